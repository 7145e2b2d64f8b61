/** A button that cannot be obeyed: unknown, malformed, or about content that is gone. */
export class PressError extends Error {
  readonly code = 'press-not-understood';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PressError';
  }
}
