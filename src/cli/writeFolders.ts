import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editsBetween, readFolders } from '../support/editing/contentFiles.js';
import type { ContentFiles } from '../support/editing/revision.js';

/** Makes the content folders hold exactly these files. @returns the paths that changed */
export function writeFolders(root: string, files: ContentFiles): string[] {
  const edits = editsBetween(readFolders(root), files);
  for (const { path, text } of edits) {
    const file = join(root, ...path.split('/'));
    if (text === undefined) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return edits.map(({ path }) => path);
}
