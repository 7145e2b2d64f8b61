import type { Actor, Case, CaseAnswer } from './case.js';
import type { CaseDesk } from './caseDesk.js';
import { CaseConflictError, CaseStateError } from './caseErrors.js';

/** A case as somebody saw it when they decided to act. */
export interface SeenCase {
  id: string;
  version: number;
}

/**
 * What moderators do with cases. Each change resolves to the changed case, or to undefined when somebody
 * else was first: nothing was changed then.
 */
export interface CaseActions {
  claim(seen: SeenCase, by: Actor): Promise<Case | undefined>;
  release(seen: SeenCase, by: Actor): Promise<Case | undefined>;
  answer(seen: SeenCase, by: Actor, answer: CaseAnswer): Promise<Case | undefined>;
  dismiss(seen: SeenCase, by: Actor): Promise<Case | undefined>;
  reopen(seen: SeenCase, by: Actor): Promise<Case | undefined>;
  /** Notes that they taught the bot with a case, whatever it has become. */
  noteTaught(id: string, by: Actor, topic: string): Promise<Case>;
}

/** The desk for callers who look again where they came too late. */
export function createCaseActions(desk: CaseDesk): CaseActions {
  return {
    claim: ({ id }, by) => unlessTooLate(desk.claim(id, by)),
    release: ({ id, version }, by) => unlessTooLate(desk.release(id, by, version)),
    answer: ({ id }, by, answer) => unlessTooLate(desk.answer(id, by, answer)),
    dismiss: ({ id, version }, by) => unlessTooLate(desk.dismiss(id, by, version)),
    reopen: ({ id, version }, by) => unlessTooLate(desk.reopen(id, by, version)),
    noteTaught: desk.noteTaught,
  };
}

async function unlessTooLate(change: Promise<Case>): Promise<Case | undefined> {
  try {
    return await change;
  } catch (err) {
    if (err instanceof CaseConflictError || err instanceof CaseStateError) return undefined;
    throw err;
  }
}
