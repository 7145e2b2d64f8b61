import type { ContentFile, JsonPath } from '../contentFile.js';
import type { Linter, Report } from '../linter.js';
import { languageMaps } from '../jsonSchema.js';

/** The lexicon is not among them: not every language has a word of its own for everything. */
const kinds = ['topic', 'offices', 'contacts', 'dialog'] as const;

export const everyLanguage: Linter = {
  name: 'everyLanguage',
  description: 'Every text stands in every language of settings.json, and in no other.',
  check({ files, schema, exists, languages }, report) {
    if (languages.length === 0) return;
    for (const kind of kinds) {
      for (const file of files(kind)) {
        for (const { path, texts } of languageMaps(file.data, schema(kind))) {
          compare(report, languages, file, path, texts);
        }
      }
    }
    for (const language of languages) {
      const path = `cards/strings/${language}.json`;
      if (!exists(path)) {
        for (const file of files('settings')) {
          report({
            file,
            at: ['languages', languages.indexOf(language)],
            fault: 'noCardTexts',
            values: { language, path },
          });
        }
      }
    }
    for (const file of [...files('phrases'), ...files('strings')]) {
      if (file.language !== undefined && !languages.includes(file.language)) {
        report({
          file,
          at: ['language'],
          fault: 'foreignFile',
          values: { language: file.language },
        });
      }
    }
  },
};

function compare(
  report: Report,
  languages: readonly string[],
  file: ContentFile,
  at: JsonPath,
  texts: Readonly<Record<string, unknown>>,
): void {
  const missing = languages.filter((language) => !Object.hasOwn(texts, language));
  const name = at.findLast((part) => typeof part === 'string') ?? 'text';
  if (missing.length > 0) {
    report({
      file,
      at,
      part: 'key',
      fault: 'languagesMissing',
      values: { name, languages: missing.join(', ') },
    });
  }
  for (const language of Object.keys(texts).filter((key) => !languages.includes(key))) {
    report({
      file,
      at: [...at, language],
      part: 'key',
      fault: 'foreignLanguage',
      values: { language, languages: languages.join(', ') },
    });
  }
}
