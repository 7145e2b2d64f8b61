/** A message was not delivered; whether another attempt makes sense is known. */
export class NotDeliveredError extends Error {
  readonly code = 'not-delivered';
  /** Whether it may work later. */
  readonly again: boolean;
  /** For how long Teams wants to hear nothing in that conversation. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    options: { again: boolean; retryAfterMs?: number | undefined; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = 'NotDeliveredError';
    this.again = options.again;
    this.retryAfterMs = options.retryAfterMs;
  }
}
