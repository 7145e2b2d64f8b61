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
            const path = `cards/samples/${file.id}.json`;
            report({ file, fault: 'cardUnfilled', values: { language, left, path } });
          }
          if (text.length * 2 > MAX_CARD_BYTES) {
            const size = Math.round((text.length * 2) / 1024);
            report({ file, fault: 'cardTooLarge', values: { language, size } });
          }
        } catch (error) {
          const reason = (error as Error).message;
          report({ file, fault: 'cardDoesNotExpand', values: { language, reason } });
        }
      }
    }
  },
};

export const cardLinters: readonly Linter[] = [cardExpands];
