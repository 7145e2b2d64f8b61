/**
 * Content lacks something that is needed to show it, or has it wrong. The check keeps that out of
 * what is served; a draft may be so while somebody writes it.
 */
export class UnfinishedContentError extends Error {
  readonly code = 'content-unfinished';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnfinishedContentError';
  }
}
