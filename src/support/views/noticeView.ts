import type { CardView, Choice } from '../reply.js';

/** A short message with nothing to decide, or a few buttons. */
export function noticeView(
  language: string,
  message: string,
  { title = '', choices = [] }: { title?: string; choices?: Choice[] } = {},
): CardView {
  return {
    card: 'notice',
    language,
    data: { fallback: title === '' ? message : `${title}\n${message}`, title, message, choices },
  };
}
