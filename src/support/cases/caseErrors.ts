import type { Case } from './case.js';

/** Somebody else changed the case first; `current` is what it is now. */
export class CaseConflictError extends Error {
  readonly code = 'case-conflict';

  constructor(readonly current: Case) {
    super(`Case ${current.id} was changed by somebody else meanwhile: it is ${current.state} now.`);
    this.name = 'CaseConflictError';
  }
}

/** There is no such case, or it is nothing of that person's. */
export class CaseNotFoundError extends Error {
  readonly code = 'case-not-found';

  constructor(id: string) {
    super(`There is no case ${id}.`);
    this.name = 'CaseNotFoundError';
  }
}

/** What was asked for cannot be done with a case in this state. */
export class CaseStateError extends Error {
  readonly code = 'case-state';

  constructor(
    readonly current: Case,
    what: string,
  ) {
    super(`Case ${current.id} is ${current.state}: it cannot be ${what}.`);
    this.name = 'CaseStateError';
  }
}
