import type { Linter } from '../linter.js';
import type { Value } from '../messages/message.js';
import { nearest } from '../nearest.js';

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
          const meant = nearest(key, missing);
          misspelt.add(meant ?? '');
          report({
            file,
            at: ['strings', key],
            part: 'key',
            fault: 'stringNotInModel',
            values: { key, model: model.path },
            meant,
          });
          continue;
        }
        const [given, expected] = [placeholders(text), placeholders(wanted)];
        if (given.join() === expected.join()) continue;
        report({
          file,
          at: ['strings', key],
          fault: 'otherPlaceholders',
          values: { given: list(given), model: model.path, expected: list(expected) },
        });
      }
      for (const key of missing.filter((name) => !misspelt.has(name))) {
        report({
          file,
          at: ['strings'],
          part: 'key',
          fault: 'stringMissing',
          values: { key, model: model.path, text: modelStrings[key] ?? '' },
        });
      }
    }
  },
};

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{[a-zA-Z]\w*\}/g))].sort();
}

function list(names: readonly string[]): Value {
  return names.length === 0 ? { word: 'none' } : names.join(', ');
}
