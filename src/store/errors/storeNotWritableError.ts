/** The SQLite file cannot be made or written where it is wanted. */
export class StoreNotWritableError extends Error {
  readonly code = 'store-not-writable';

  constructor(
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(
      `The database file ${file} cannot be opened for writing. Check that its folder exists, that ` +
        `the account which runs the program may write to the folder and the file, and that the ` +
        `disk is neither full nor read-only; or name another file.`,
      options,
    );
    this.name = 'StoreNotWritableError';
  }
}
