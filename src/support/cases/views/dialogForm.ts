import type { CardView, Choice } from '../../reply.js';
import { plainText } from '../../views/answerView.js';
import type { Field } from '../fields.js';

/** A form in a moderator's dialog, with one button to go on. */
export function dialogForm(
  language: string,
  {
    title,
    message,
    fields,
    submit,
  }: {
    title: string;
    message: string;
    fields: readonly (Field | undefined)[];
    submit: Choice;
  },
): CardView {
  return {
    card: 'form',
    language,
    data: {
      fallback: plainText([title, message]),
      title,
      message,
      wrong: false,
      fields: fields.filter((field) => field !== undefined),
      submit: [submit],
      choices: [],
    },
  };
}
