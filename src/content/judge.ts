import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaFolder } from './schemaFolder.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folders whose code decides what good content is, and the schemas. */
export const judgingFolders: readonly string[] = [
  schemaFolder,
  ...['content', 'cards', 'dialogs', 'support/namedIds', 'matching/text'].map((folder) =>
    fileURLToPath(new URL(`../${folder}/`, import.meta.url)),
  ),
];

let name: Promise<string> | undefined;

/**
 * Names this program as a judge of content: wherever a program of the same name found content good,
 * this one would too. Goes by what the judging code, the schemas and package.json say, not by when
 * they were installed, so that it is the same on every machine with the same program.
 */
export function judgeName(): Promise<string> {
  name ??= readName();
  return name;
}

async function readName(): Promise<string> {
  const found = await Promise.all(judgingFolders.map(filesIn));
  const hash = createHash('sha256').update(process.version);
  // One at a time: there is no hurry, and people's questions come first.
  for (const path of [join(root, 'package.json'), ...found.flat().sort()]) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(await readFile(path))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map(({ parentPath, name: file }) => join(parentPath, file));
}
