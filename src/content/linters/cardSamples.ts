import type { Linter } from '../linter.js';
import { nearest } from '../nearest.js';

export const cardSamples: Linter = {
  name: 'cardSamples',
  description: 'Every card has a sample of its name, and every sample a card.',
  check({ files, ids }, report) {
    for (const file of files('card')) {
      if (ids('sample').has(file.id)) continue;
      report({
        file,
        fault: 'cardWithoutSample',
        values: { path: `cards/samples/${file.id}.json` },
      });
    }
    for (const file of files('sample')) {
      if (ids('card').has(file.id)) continue;
      report({
        file,
        fault: 'sampleWithoutCard',
        values: { id: file.id },
        meant: nearest(file.id, ids('card')),
      });
    }
  },
};
