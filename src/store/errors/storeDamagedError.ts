/** The SQLite file is no database, or a damaged one. It is left as it is. */
export class StoreDamagedError extends Error {
  readonly code = 'store-damaged';

  constructor(
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(
      `The database file ${file} is damaged or is no SQLite database. Nothing was changed in it. ` +
        `Move it away together with ${file}-wal and ${file}-shm, then restore a backup in its ` +
        `place, or start without one to begin anew.`,
      options,
    );
    this.name = 'StoreDamagedError';
  }
}
