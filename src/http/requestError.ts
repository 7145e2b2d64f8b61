/** A request that is turned away before anybody looks at what it means; `status` says how. */
export class RequestError extends Error {
  readonly code = 'request-refused';

  constructor(
    readonly status: 400 | 408 | 413 | 415,
    message: string,
  ) {
    super(message);
    this.name = 'RequestError';
  }
}
