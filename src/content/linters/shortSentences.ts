import type { ContentFile, JsonPath } from '../contentFile.js';
import type { Linter } from '../linter.js';
import { languageMaps, forEachText } from '../jsonSchema.js';
import { countWords, maxWordsPerSentence, sentencesOf } from '../sentences.js';

export const shortSentences: Linter = {
  name: 'shortSentences',
  description: `No sentence has more than ${maxWordsPerSentence} words; in topics that is an error.`,
  check({ files, schema }, report) {
    const measure = (
      file: ContentFile,
      texts: unknown,
      root: JsonPath,
      level: 'error' | 'warning',
    ): void => {
      forEachText(texts, root, (text, at) => {
        for (const sentence of sentencesOf(text)) {
          const words = countWords(sentence);
          if (words <= maxWordsPerSentence) continue;
          report({
            file,
            at,
            level,
            fault: 'longSentence',
            values: { words, opening: opening(sentence), limit: maxWordsPerSentence },
          });
        }
      });
    };
    for (const file of files('topic')) measure(file, file.data.texts, ['texts'], 'error');
    for (const kind of ['offices', 'contacts', 'dialog'] as const) {
      for (const file of files(kind)) {
        for (const { texts, path } of languageMaps(file.data, schema(kind))) {
          measure(file, texts, path, 'warning');
        }
      }
    }
    for (const file of files('strings')) {
      for (const [key, text] of Object.entries(file.data.strings)) {
        // "…Typed" lists what people may type instead of pressing a button: nobody reads it.
        if (!key.endsWith('Typed')) measure(file, text, ['strings', key], 'warning');
      }
    }
  },
};

function opening(sentence: string): string {
  return sentence.split(/\s+/u).slice(0, 6).join(' ');
}
