import { useEffect, useState } from 'react';
import { ApiFailure } from '../../../lib/api.js';
import { useFetched } from '../../../lib/hooks.js';
import type { KnowledgeFiles } from '../../../lib/types.js';
import { conflictsOf, type Conflict } from './conflicts.js';
import type { Edit } from './draftSaver.js';

interface Begun {
  served: KnowledgeFiles | undefined;
  edits: readonly Edit[];
  basedOn: number;
}

/**
 * Compares the revision that a draft began from with what is served now. Once nothing is left to
 * put together, the draft goes on from what is served.
 * @param onRebase called with the number of the served revision then
 */
export function useConflicts(
  { served, edits, basedOn }: Begun,
  onRebase: (number: number) => void,
): { conflicts: readonly Conflict[]; settle: (conflict: Conflict) => void } {
  const [settled, setSettled] = useState<readonly Conflict[]>([]);
  const now = served?.served.number;
  const isBehind = now !== undefined && edits.length > 0 && basedOn > 0 && basedOn < now;
  const { data: begun } = useFetched<{ files?: Record<string, string> }>(
    isBehind ? `knowledge/revisions/${basedOn}` : undefined,
    undefined,
    (err) => (err instanceof ApiFailure && err.code === 'no-revision' ? {} : undefined),
  );
  const isSettled = ({ path, theirs }: Conflict): boolean =>
    settled.some((each) => each.path === path && each.theirs === theirs);
  const conflicts =
    !isBehind || !begun || !served
      ? []
      : conflictsOf(edits, begun.files, served.files).filter((each) => !isSettled(each));
  const isUpToDate = isBehind && begun !== undefined && conflicts.length === 0;
  useEffect(() => {
    if (!isUpToDate || now === undefined) return;
    setSettled([]);
    onRebase(now);
  }, [isUpToDate, now]);
  return { conflicts, settle: (conflict) => setSettled((before) => [...before, conflict]) };
}
