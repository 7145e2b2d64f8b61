/** An uploaded zip holds what it may not, or is none; the message says which. */
export class ZipError extends Error {
  readonly code = 'zip-refused';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ZipError';
  }
}
