/** Another program holds the SQLite file. */
export class StoreBusyError extends Error {
  readonly code = 'store-busy';

  constructor(
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(
      `The database file ${file} is locked by another program. End that program, or run on ` +
        `PostgreSQL (DATABASE_URL) if several are meant to work at once.`,
      options,
    );
    this.name = 'StoreBusyError';
  }
}
