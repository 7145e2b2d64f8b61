/** Too many calls wait for the same thread: one more would wait in vain. */
export class BulkheadFullError extends Error {
  readonly code = 'bulkhead-full';

  constructor() {
    super('Too many messages wait to be sent into the same thread.');
    this.name = 'BulkheadFullError';
  }
}
