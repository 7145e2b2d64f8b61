/** PostgreSQL does not answer, or does not let us in. The address never shows the password. */
export class StoreUnreachableError extends Error {
  readonly code = 'store-unreachable';

  constructor(
    readonly server: string,
    options?: ErrorOptions,
  ) {
    super(
      `The PostgreSQL database ${server} cannot be used: ${reasonOf(options?.cause)}. Check ` +
        `DATABASE_URL (postgres://user:password@host:5432/database), that the server runs, and ` +
        `that it accepts connections from here.`,
      options,
    );
    this.name = 'StoreUnreachableError';
  }
}

/** A refused connection to several addresses at once has its reasons one level down. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonOf(cause.errors[0]);
  return cause instanceof Error && cause.message !== '' ? cause.message : 'no reason given';
}
