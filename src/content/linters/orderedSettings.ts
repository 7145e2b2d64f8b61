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
          problem: `"${lower}" (${bands[lower]}) is above "${upper}" (${bands[upper]}).`,
          mend: 'Keep the order: suggest, then answer, then ambient.',
        });
      }
      if (!languages.includes(defaultLanguage)) {
        report({
          file,
          at: ['defaultLanguage'],
          problem: `The default language "${defaultLanguage}" is not one of the languages.`,
          mend: `Use one of ${languages.join(', ')}.`,
        });
      }
    }
  },
};
