/** The database was written by a newer version of the program, which this one could damage. */
export class StoreTooNewError extends Error {
  readonly code = 'store-too-new';

  constructor(
    readonly found: number,
    readonly known: number,
    where: string,
  ) {
    super(
      `The database ${where} has schema version ${found}, and this program knows versions up to ` +
        `${known}. Start the newer program again, or restore the backup made before the update.`,
    );
    this.name = 'StoreTooNewError';
  }
}
