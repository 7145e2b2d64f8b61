import type { ContentFile } from '../contentFile.js';
import { foldText } from '../foldText.js';
import type { Linter } from '../linter.js';
import type { Phrases } from '../types.generated.js';

interface Place {
  file: ContentFile<Phrases>;
  index: number;
}

export const phraseUnderOneTopic: Linter = {
  name: 'phraseUnderOneTopic',
  description: 'No phrase stands twice, capitals, accents and punctuation aside.',
  checkOnly: true,
  check({ files }, report) {
    const seen = new Map<string, Place>();
    for (const file of files('phrases')) {
      for (const [index, phrase] of file.data.phrases.entries()) {
        // "???" and "👍" fold to nothing, and are not the same message for that.
        const key = `${file.data.language} ${foldText(phrase) || phrase}`;
        const first = seen.get(key);
        if (!first) {
          seen.set(key, { file, index });
          continue;
        }
        const { line } = first.file.locate(['phrases', first.index]);
        const at = ['phrases', index];
        if (first.file === file) {
          const values = { phrase, line };
          report({ file, at, level: 'warning', fault: 'phraseTwice', values });
        } else {
          const values = { phrase, place: `${first.file.path}:${line}` };
          report({ file, at, fault: 'phraseElsewhere', values });
        }
      }
    }
  },
};
