import { setImmediate } from 'node:timers/promises';
import type { Content } from '../../content/content.js';
import { withFiles, type FileChange } from '../../content/withFiles.js';
import type { FileEdit } from './revision.js';

/** More authors than that hardly write at the same time; for others it is put together anew. */
const MOST_AUTHORS = 8;

interface Known {
  served: Content;
  /** The files as they were last read, by path. */
  read: ReadonlyMap<string, FileChange & Pick<FileEdit, 'text'>>;
  content: Content;
}

/** The content as an author would have it: for looking at, while they write. */
export function createDraftReader() {
  const known = new Map<string, Known>();

  /** Only what has changed since the last time is read, a file at a time. */
  const readEdits = async (edits: readonly FileEdit[], before: Known | undefined) => {
    const { checkFile } = await loadCheck();
    const read = new Map<string, FileChange & Pick<FileEdit, 'text'>>();
    for (const { path, text } of edits) {
      const last = before?.read.get(path);
      if (last && last.text === text) {
        read.set(path, last);
      } else if (text === undefined) {
        read.set(path, { path, text });
      } else {
        const { file } = checkFile(path, text);
        // What is no content yet is not shown either: what is served stands there until it is.
        if (file) read.set(path, { path, text, file });
        await setImmediate();
      }
    }
    return read;
  };

  return {
    /** The served content with the author's edits, as far as each is good by itself. */
    async read(author: string, served: Content, edits: readonly FileEdit[]): Promise<Content> {
      if (edits.length === 0) return served;
      const before = known.get(author);
      const read = await readEdits(edits, before);
      const isSame =
        before?.served === served &&
        before.read.size === read.size &&
        [...read].every(([path, change]) => before.read.get(path) === change);
      const content = isSame ? before.content : withFiles(served, [...read.values()]);
      known.delete(author);
      known.set(author, { served, read, content });
      const [oldest] = known.keys();
      if (known.size > MOST_AUTHORS && oldest !== undefined) known.delete(oldest);
      return content;
    },
  };
}

/** A start needs none of it. */
const loadCheck = () => import('../../content/checkFile.js');
