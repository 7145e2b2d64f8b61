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
          report({
            file,
            at,
            level: 'warning',
            problem: `"${phrase}" stands here already, in line ${line}.`,
            mend: 'Delete one of the two, or say it another way.',
          });
        } else {
          report({
            file,
            at,
            problem: `"${phrase}" stands under another topic too: ${first.file.path}:${line}.`,
            mend: 'Keep it where the answer truly helps, and delete the other.',
          });
        }
      }
    }
  },
};
