import { decodeText, readContentFolders, type ContentSource } from '../../content/contentSource.js';
import type { ContentFiles, FileEdit } from './revision.js';

/** Texts as the bytes that the check and the digest work on. */
export function sourceOf(files: ContentFiles): ContentSource {
  return new Map([...files].map(([path, text]) => [path, Buffer.from(text)]));
}

/** The content folders as texts; what is not UTF-8 becomes empty, which the check refuses. */
export function readFolders(root: string): ContentFiles {
  const source = readContentFolders(root);
  return new Map([...source].map(([path, bytes]) => [path, decodeText(bytes) ?? '']));
}

/** The files as they are once the edits are made; what was given stays as it is. */
export function withEdits(files: ContentFiles, edits: readonly FileEdit[]): ContentFiles {
  const edited = new Map(files);
  for (const { path, text } of edits) {
    if (text === undefined) edited.delete(path);
    else edited.set(path, text);
  }
  return edited;
}

/** What makes the files of `from` those of `to`. */
export function editsBetween(from: ContentFiles, to: ContentFiles): FileEdit[] {
  const paths = [...new Set([...from.keys(), ...to.keys()])].sort();
  return paths
    .filter((path) => from.get(path) !== to.get(path))
    .map((path) => ({ path, text: to.get(path) }));
}
