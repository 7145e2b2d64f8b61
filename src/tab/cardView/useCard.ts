import { useEffect, useState } from 'react';
import type { Finding } from '../../content/findings.js';
import { useRested } from '../lib/hooks.js';
import { problemOf } from '../lib/problemOf.js';
import { useTab } from '../lib/tabContext.js';

export interface DrawnCard {
  card?: Record<string, unknown>;
  /** Why the server has no card to show, by a code or in English. */
  refused?: { code?: string; detail: string };
  /** Why the server could not be asked. */
  problem?: string;
  findings?: Finding[];
  /** What else can be shown, and what is; a title left out is the tab's to give. */
  scenes?: { id: string; title?: string }[];
  scene?: string;
  /** How far a dialog has come: what its buttons go on from. */
  state?: unknown;
  /** The button leads out of what is previewed. */
  leadsOut?: true;
}

/** The card for `body`, drawn by the server whenever the typing rests; undefined without a body. */
export function useCard(path: string, body: unknown): DrawnCard | undefined {
  const { api, say } = useTab();
  const [drawn, setDrawn] = useState<DrawnCard>();
  const rested = useRested(body === undefined ? '' : JSON.stringify(body));
  useEffect(() => {
    if (rested === '') return setDrawn(undefined);
    let isWanted = true;
    const show = (next: DrawnCard): void => void (isWanted && setDrawn(next));
    api
      .post<DrawnCard>(path, JSON.parse(rested))
      .then(show, (err: unknown) => show({ problem: problemOf(err, say) }));
    return () => {
      isWanted = false;
    };
  }, [api, say, path, rested]);
  return drawn;
}
