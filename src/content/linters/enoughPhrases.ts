import type { Linter } from '../linter.js';

/** Below this a classifier recognises only what it has seen. */
const minPhrases = 20;

export const enoughPhrases: Linter = {
  name: 'enoughPhrases',
  description: `A topic has at least ${minPhrases} phrases in each language.`,
  check({ files }, report) {
    for (const file of files('phrases')) {
      const count = file.data.phrases.length;
      if (count >= minPhrases) continue;
      report({
        file,
        at: ['phrases'],
        part: 'key',
        fault: 'fewPhrases',
        values: { count, limit: minPhrases },
      });
    }
  },
};
