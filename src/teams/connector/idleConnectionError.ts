/** A kept connection that Teams closed at the very moment it was used: nothing was read from it. */
export class IdleConnectionError extends Error {
  readonly code = 'idle-connection-closed';

  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'IdleConnectionError';
  }
}
