import type { CaseStore } from './caseStore.js';

/** More changes than this between two looks are not all told one by one. */
const LOOKED_AT = 100;

export interface CaseWatch {
  /** Hears the id of each case that changes, whichever replica changed it. @returns how to stop */
  onChange(listener: (id: string) => void): () => void;
}

/**
 * Looks for changed cases, as long as anybody listens: when the store has news, and every `everyMs`
 * for what it did not hear of.
 */
export function watchCases(
  cases: Pick<CaseStore, 'newestChanges' | 'onNews'>,
  everyMs = 1_000,
): CaseWatch {
  const listeners = new Set<(id: string) => void>();
  let known: ReadonlyMap<string, number> | undefined;
  let looking = false;
  let again = false;

  const look = async (): Promise<void> => {
    // A store that is out of reach is told elsewhere; the next look may find it again.
    const changes = await cases.newestChanges(LOOKED_AT).catch(() => undefined);
    if (!changes) return;
    for (const { id, version } of known ? changes : []) {
      if (known?.get(id) === version) continue;
      for (const listener of listeners) listener(id);
    }
    known = new Map(changes.map(({ id, version }) => [id, version]));
  };
  /** One look at a time; what happens meanwhile needs another. */
  const lookSoon = (): void => {
    again = looking;
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
      if (again && listeners.size > 0) lookSoon();
    });
  };

  let stop: (() => void) | undefined;
  const begin = (): (() => void) => {
    // The first look, at once, only learns where things stand.
    known = undefined;
    lookSoon();
    const timer = setInterval(lookSoon, everyMs);
    const stopHearing = cases.onNews(lookSoon);
    return () => {
      clearInterval(timer);
      stopHearing();
    };
  };

  return {
    onChange(listener) {
      listeners.add(listener);
      stop ??= begin();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}
