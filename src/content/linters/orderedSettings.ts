import type { Linter } from '../linter.js';

export const orderedSettings: Linter = {
  name: 'orderedSettings',
  description: 'The confidence bands rise, and the default language is one of the languages.',
  check({ files }, report) {
    for (const file of files('settings')) {
      const { bands, defaultLanguage, languages } = file.data;
      const rising = [
        ['suggest', 'answer'],
        ['answer', 'ambient'],
      ] as const;
      for (const [lower, upper] of rising) {
        if (bands[lower] <= bands[upper]) continue;
        report({
          file,
          at: ['bands', lower],
          fault: 'bandsOutOfOrder',
          values: { lower, low: bands[lower], upper, high: bands[upper] },
        });
      }
      if (!languages.includes(defaultLanguage)) {
        report({
          file,
          at: ['defaultLanguage'],
          fault: 'wrongDefaultLanguage',
          values: { language: defaultLanguage, languages: languages.join(', ') },
        });
      }
    }
  },
};
