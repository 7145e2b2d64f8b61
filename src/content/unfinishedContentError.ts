/**
 * Content lacks something that is needed to show it, or has it wrong. The check keeps that out of
 * what is served; a draft may be so while somebody writes it.
 */
export class UnfinishedContentError extends Error {
  override readonly name = 'UnfinishedContentError';
  readonly code = 'content-unfinished';
}
