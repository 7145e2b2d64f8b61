import { useRef, useState } from 'react';
import { ApiFailure } from '../../../lib/api.js';
import { useTab } from '../../../lib/tabContext.js';
import type { Finding, Trial } from '../../../lib/types.js';
import type { Edit } from '../draft/draftSaver.js';

/** What has become of the last question so far. */
export interface Trials {
  /** By what is served. */
  served?: Trial;
  /** By the author's unpublished changes, where there are any. */
  drafted?: Trial;
  /** The changes are being asked, and learnt before that if they are new. */
  isLearning?: boolean;
  /** Why the changes cannot be asked. */
  findings?: readonly Finding[];
}

/** Asks what is served, then the author's edits; an earlier question gives way to a later one. */
export function useTrials(edits: readonly Edit[]): {
  trials: Trials;
  ask: (text: string) => void;
} {
  const { api, complain } = useTab();
  const [trials, setTrials] = useState<Trials>({});
  const newest = useRef(0);

  const ask = async (text: string): Promise<void> => {
    const number = (newest.current += 1);
    const show = (next: Trials): void => {
      if (number === newest.current) setTrials((before) => ({ ...before, ...next }));
    };
    setTrials({});
    const served = await api.post<Trial>('try', { text });
    show({ served });
    if (edits.length === 0 || number !== newest.current) return;
    show({ isLearning: true });
    try {
      show({ drafted: await api.post<Trial>('knowledge/try', { edits, text }) });
    } catch (err) {
      if (!(err instanceof ApiFailure && err.code === 'content')) throw err;
      show({ findings: err.facts['findings'] as Finding[] });
    } finally {
      show({ isLearning: false });
    }
  };
  return {
    trials,
    ask: (text) => void ask(text).catch((err: unknown) => complain(err)),
  };
}
