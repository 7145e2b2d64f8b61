import type { Linter } from '../linter.js';
import { didYouMean, nearest } from '../nearest.js';

export const stringsAgree: Linter = {
  name: 'stringsAgree',
  description: 'The strings of all languages have the same keys and the same placeholders.',
  check({ files }, report) {
    const main = files('settings')[0]?.data.defaultLanguage;
    const model = files('strings').find(({ language }) => language === main);
    if (!model) return;
    const modelStrings = model.data.strings;
    for (const file of files('strings')) {
      if (file === model) continue;
      const { strings } = file.data;
      const missing = Object.keys(modelStrings).filter((key) => !Object.hasOwn(strings, key));
      const misspelt = new Set<string>();
      for (const [key, text] of Object.entries(strings)) {
        const wanted = modelStrings[key];
        if (wanted === undefined) {
          misspelt.add(nearest(key, missing) ?? '');
          report({
            file,
            at: ['strings', key],
            part: 'key',
            problem: `"${key}" is not in ${model.path}.`,
            mend: didYouMean(key, missing, 'Add it there, or take it out here.'),
          });
          continue;
        }
        const [given, expected] = [placeholders(text), placeholders(wanted)];
        if (given.join() === expected.join()) continue;
        report({
          file,
          at: ['strings', key],
          problem: `The placeholders are ${list(given)}; ${model.path} has ${list(expected)}.`,
          mend: 'Use exactly those: the bot fills in nothing else.',
        });
      }
      for (const key of missing.filter((name) => !misspelt.has(name))) {
        report({
          file,
          at: ['strings'],
          part: 'key',
          problem: `"${key}" is missing; ${model.path} has it.`,
          mend: `Add it. There it says: "${modelStrings[key] ?? ''}"`,
        });
      }
    }
  },
};

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{[a-zA-Z]\w*\}/g))].sort();
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
