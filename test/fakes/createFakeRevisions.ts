import type { ContentFiles } from '../../src/support/editing/revision.js';
import type { RevisionStore, StoredRevision } from '../../src/support/editing/revisionStore.js';
import type { Now, Write } from './createFakeStore.js';

export interface FakeRevision {
  revision: StoredRevision;
  files: ContentFiles;
}

/** Revisions in memory, the oldest first in `kept`. */
export function createFakeRevisions(kept: FakeRevision[], now: Now, write: Write): RevisionStore {
  const listeners = new Set<() => void>();
  return {
    newest: async () => kept.at(-1)?.revision,
    list: async (most) =>
      kept
        .map(({ revision }) => revision)
        .reverse()
        .slice(0, most),
    files: async (number) => kept[number - 1]?.files,
    add: (revision, files) =>
      write(() => {
        if (kept.length !== (revision.basedOn ?? 0)) return undefined;
        const added = { ...revision, number: kept.length + 1, at: new Date(now()) };
        kept.push({ revision: added, files });
        for (const listener of listeners) listener();
        return added;
      }),
    noteInFolders: (number) =>
      write(() => {
        const found = kept[number - 1];
        if (found) found.revision = { ...found.revision, inFolders: true };
      }),
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
