/** A revision that is asked for is not there: it was never made, or is kept no longer. */
export class NoRevisionError extends Error {
  readonly code = 'no-revision';

  constructor(readonly number: number) {
    super(`There is no revision ${number}, or not any more. Start again from what is served.`);
    this.name = 'NoRevisionError';
  }
}
