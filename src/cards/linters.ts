import { Template } from 'adaptivecards-templating';
import type { Linter } from '../content/linter.js';
import { expand } from './cardRenderer.js';

/** Teams refuses messages of about 100 KB in UTF-16; below 80 KB there is room for the rest. */
const MAX_CARD_BYTES = 80 * 1024;

/** Every card, filled with its sample, becomes a card that Teams can show. */
const cardExpands: Linter = {
  name: 'cardExpands',
  description: 'Every card expands with its sample data in every language, and fits a message.',
  check(content, report) {
    for (const file of content.files('card')) {
      const sample = content.files('sample').find(({ id }) => id === file.id);
      if (!sample) continue;
      for (const strings of content.files('strings')) {
        const { language } = strings.data;
        try {
          const card = expand(
            new Template(file.data),
            language,
            sample.data.data,
            strings.data.strings,
          );
          const text = JSON.stringify(card);
          const left = /\$\{[^}]*\}/.exec(text)?.[0];
          if (left !== undefined) {
            report({
              file,
              problem: `In ${language}, ${left} stays unfilled.`,
              mend: `Give the value in cards/samples/${file.id}.json or correct the name.`,
            });
          }
          if (text.length * 2 > MAX_CARD_BYTES) {
            report({
              file,
              problem: `In ${language} the card takes ${Math.round((text.length * 2) / 1024)} KB.`,
              mend: 'Teams refuses messages over 80 KB: shorten it.',
            });
          }
        } catch (error) {
          report({
            file,
            problem: `In ${language} the card does not expand: ${(error as Error).message}`,
            mend: 'Correct the expression, or give the value it needs in the sample.',
          });
        }
      }
    }
  },
};

export const cardLinters: readonly Linter[] = [cardExpands];
