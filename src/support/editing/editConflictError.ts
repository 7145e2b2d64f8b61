import type { Revision } from './revision.js';

/** Somebody published since the draft was begun; `conflicts` were edited on both sides. */
export class EditConflictError extends Error {
  readonly code = 'edit-conflict';

  constructor(
    readonly served: Revision,
    readonly conflicts: readonly string[],
  ) {
    super(
      `Revision ${served.number} was published meanwhile by ${served.author}; both changed: ${conflicts.join(', ')}.`,
    );
    this.name = 'EditConflictError';
  }
}
