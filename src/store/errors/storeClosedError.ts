/** Something was to be written after the store had been closed. */
export class StoreClosedError extends Error {
  readonly code = 'store-closed';

  constructor() {
    super('The store is closed: the program is ending.');
    this.name = 'StoreClosedError';
  }
}
