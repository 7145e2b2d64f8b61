import type { CardView, Choice } from '../../reply.js';
import { plainText } from '../../views/answerView.js';
import { asTyped } from './asTyped.js';

export interface PersonMessage {
  title: string;
  /** Words of a person that are answered. */
  quote?: string;
  /** What is said, a line each; people's words, shown as they are. */
  lines: readonly string[];
  /** Who says it. */
  by?: string;
  choices?: readonly Choice[];
  /** Somebody who is called by their name, and so notified. */
  mention?: { id: string; name: string } | undefined;
}

/** Words from a person to a person: nothing in them is taken for Markdown. */
export function messageView(language: string, message: PersonMessage): CardView {
  const { title, quote = '', lines, by = '', choices = [], mention } = message;
  const at = mention === undefined ? '' : `<at>${mention.name}</at>`;
  return {
    card: 'message',
    language,
    data: {
      fallback: plainText([title, ...lines, by]),
      at,
      entities: mention === undefined ? [] : [{ type: 'mention', text: at, mentioned: mention }],
      title,
      quote,
      lines: asTyped(lines),
      by,
      choices,
    },
  };
}
