import type { CaseActions, SeenCase } from '../../src/support/cases/caseActions.js';
import type { Actor, Case, CaseEventKind } from '../../src/support/cases/case.js';
import type { CaseStore } from '../../src/support/cases/caseStore.js';

/** Changes cases as moderators wish, and tells nobody in Teams. */
export function createFakeCaseActions(
  cases: CaseStore,
  told: (id: string) => void = () => undefined,
): CaseActions {
  const act = async (
    { id, version }: SeenCase,
    by: Actor,
    kind: CaseEventKind,
    change: Partial<Case>,
  ): Promise<Case | undefined> => {
    const found = await cases.read(id);
    if (found?.version !== version) return undefined;
    const at = new Date();
    const changed = await cases.change({
      next: { ...found, ...change, changedAt: at },
      event: { kind, by, at },
      messages: [],
    });
    if (changed) told(id);
    return changed;
  };
  return {
    claim: (seen, by) => act(seen, by, 'claimed', { state: 'claimed', claimedBy: by }),
    release: (seen, by) => act(seen, by, 'released', { state: 'open', claimedBy: undefined }),
    answer: (seen, by, answer) => act(seen, by, 'answered', { state: 'answered', answer }),
    dismiss: (seen, by) => act(seen, by, 'dismissed', { state: 'dismissed' }),
    reopen: (seen, by) =>
      act(seen, by, 'reopened', { state: 'reopened', claimedBy: undefined, answer: undefined }),
  };
}
