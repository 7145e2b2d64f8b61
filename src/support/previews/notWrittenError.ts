/** A file holds nothing in a language yet that there would be to see. */
export class NotWrittenError extends Error {
  readonly code = 'not-written';

  constructor(language: string) {
    super(`Nothing is written in ${language} yet.`);
    this.name = 'NotWrittenError';
  }
}
