import type { Linter } from '../linter.js';
import { didYouMean } from '../nearest.js';

export const cardSamples: Linter = {
  name: 'cardSamples',
  description: 'Every card has a sample of its name, and every sample a card.',
  check({ files, ids }, report) {
    for (const file of files('card')) {
      if (ids('sample').has(file.id)) continue;
      report({
        file,
        problem: 'The card has no sample, so nobody has seen it.',
        mend: `Write cards/samples/${file.id}.json with data that shows it at its fullest.`,
      });
    }
    for (const file of files('sample')) {
      if (ids('card').has(file.id)) continue;
      report({
        file,
        problem: `There is no card "${file.id}" for this sample.`,
        mend: didYouMean(file.id, ids('card'), 'Rename the file as its card, or delete it.'),
      });
    }
  },
};
