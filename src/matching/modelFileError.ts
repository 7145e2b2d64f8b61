/** A model file that cannot be read: cut short, damaged, or written by another version. */
export class ModelFileError extends Error {
  readonly code = 'model-unreadable';

  constructor(message: string) {
    super(message);
    this.name = 'ModelFileError';
  }
}
