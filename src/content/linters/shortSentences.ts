import type { ContentFile, JsonPath } from '../contentFile.js';
import type { Linter } from '../linter.js';
import { languageMaps, textsIn } from '../jsonSchema.js';
import { countWords, maxWordsPerSentence, sentencesOf } from '../sentences.js';

export const shortSentences: Linter = {
  name: 'shortSentences',
  description: `No sentence has more than ${maxWordsPerSentence} words; in topics that is an error.`,
  check({ files, schema }, report) {
    const measure = (
      file: ContentFile,
      at: JsonPath,
      text: string,
      level: 'error' | 'warning',
    ): void => {
      for (const sentence of sentencesOf(text)) {
        const words = countWords(sentence);
        if (words <= maxWordsPerSentence) continue;
        report({
          file,
          at,
          level,
          problem: `A sentence has ${words} words: "${opening(sentence)}…"`,
          mend: `Make two of it: at most ${maxWordsPerSentence} words each.`,
        });
      }
    };
    for (const file of files('topic')) {
      for (const [path, text] of textsIn(file.data.texts, ['texts'])) {
        measure(file, path, text, 'error');
      }
    }
    for (const kind of ['offices', 'contacts', 'dialog'] as const) {
      for (const file of files(kind)) {
        for (const map of languageMaps(file.data, schema(kind))) {
          for (const [path, text] of textsIn(map.texts, map.path)) {
            measure(file, path, text, 'warning');
          }
        }
      }
    }
    for (const file of files('strings')) {
      for (const [path, text] of textsIn(file.data.strings, ['strings'])) {
        measure(file, path, text, 'warning');
      }
    }
  },
};

function opening(sentence: string): string {
  return sentence.split(/\s+/u).slice(0, 6).join(' ');
}
