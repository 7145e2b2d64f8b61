/** What the Bot Connector said instead of doing what was asked. */
export interface Refusal {
  statusCode: number;
  /** Its own word for what is wrong, such as "ConversationBlockedByUser". */
  reason?: string | undefined;
  message?: string | undefined;
  /** For how long it wants to be left alone. */
  retryAfterMs?: number | undefined;
}

/** The Bot Connector answered, and did not do what was asked. */
export class ConnectorError extends Error {
  readonly code = 'connector-refused';
  readonly statusCode: number;
  readonly reason: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor({ statusCode, reason, message, retryAfterMs }: Refusal) {
    super(message ?? `Teams answered ${statusCode}.`);
    this.name = 'ConnectorError';
    this.statusCode = statusCode;
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
