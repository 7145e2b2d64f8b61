import type { CaseStore } from './caseStore.js';

/** More changes than this between two looks are not all told one by one. */
const LOOKED_AT = 100;

export interface CaseWatch {
  /** Hears the id of each case that changes, whichever replica changed it. @returns how to stop */
  onChange(listener: (id: string) => void): () => void;
}

/** Looks for changed cases every `everyMs`, as long as anybody listens. */
export function watchCases(cases: Pick<CaseStore, 'newestChanges'>, everyMs = 1_000): CaseWatch {
  const listeners = new Set<(id: string) => void>();
  let known: ReadonlyMap<string, number> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    // A store that is out of reach is told elsewhere; the next look may find it again.
    const changes = await cases.newestChanges(LOOKED_AT).catch(() => undefined);
    if (changes && known) {
      for (const { id, version } of changes) {
        if (known.get(id) === version) continue;
        for (const listener of listeners) listener(id);
      }
    }
    if (changes) known = new Map(changes.map(({ id, version }) => [id, version]));
    timer = listeners.size === 0 ? undefined : setTimeout(() => void look(), everyMs);
    if (timer === undefined) known = undefined;
  };

  return {
    onChange(listener) {
      listeners.add(listener);
      if (listeners.size === 1 && timer === undefined) {
        // The first look, at once, only learns where things stand.
        timer = setTimeout(() => void look(), 0);
      }
      return () => listeners.delete(listener);
    },
  };
}
