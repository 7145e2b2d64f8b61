const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already',
  EACCES: 'the system keeps it for others',
};

/** The program cannot listen at its port; the message says why, and what to do. */
export class ListenError extends Error {
  readonly code = 'cannot-listen';

  constructor(port: number, cause: Error & { code?: string }) {
    const reason = REASONS[cause.code ?? ''] ?? cause.message;
    super(`Port ${port} cannot be used: ${reason}. Set PORT to another, or free it.`, {
      cause,
    });
    this.name = 'ListenError';
  }
}
