/**
 * A button that cannot be obeyed: unknown, malformed, about content that is gone, or pressed by
 * somebody who may not.
 */
export class PressError extends Error {
  readonly code = 'press-not-understood';

  /** @param told what the person is told; left out, that the button no longer works */
  constructor(
    message: string,
    readonly told?: string,
  ) {
    super(message);
    this.name = 'PressError';
  }
}
