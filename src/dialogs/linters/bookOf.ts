import type { ContentFile } from '../../content/contentFile.js';
import type { ContentSet } from '../../content/contentSet.js';
import type { Dialog, DialogBook } from '../types.js';

/** The good dialogs among the files of a check. */
export function bookOf({ files }: ContentSet): Pick<DialogBook, 'dialogs'> {
  return { dialogs: new Map(files('dialog').map(({ data }) => [data.id, data])) };
}

/** The dialog files, each with its steps as [id, step]. */
export function dialogFiles({
  files,
}: ContentSet): { file: ContentFile<Dialog>; steps: [string, Dialog['steps'][string]][] }[] {
  return files('dialog').map((file) => ({ file, steps: Object.entries(file.data.steps) }));
}
