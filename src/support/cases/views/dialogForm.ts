import type { CardView, Choice } from '../../reply.js';
import { plainText } from '../../views/answerView.js';
import type { Field } from '../fields.js';
import { asTyped } from './asTyped.js';

/** A form in a moderator's dialog, with one button to go on. */
export function dialogForm(
  language: string,
  {
    title,
    message = '',
    quote = '',
    fields,
    submit,
  }: {
    title: string;
    message?: string;
    /** A person's words, which are shown as they are: nothing in them is taken for Markdown. */
    quote?: string;
    fields: readonly (Field | undefined)[];
    submit: Choice;
  },
): CardView {
  return {
    card: 'form',
    language,
    data: {
      fallback: plainText([title, message, quote]),
      title,
      message,
      wrong: false,
      quote: asTyped(quote.split('\n')),
      fields: fields.filter((field) => field !== undefined),
      submit: [submit],
      choices: [],
    },
  };
}
