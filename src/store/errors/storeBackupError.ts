/** No back-up was made; its message says what to do. Nothing that was there is changed. */
export class StoreBackupError extends Error {
  readonly code = 'store-backup';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreBackupError';
  }
}
