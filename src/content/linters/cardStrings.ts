import type { Linter } from '../linter.js';
import { forEachText } from '../jsonSchema.js';
import { nearest } from '../nearest.js';

export const cardStrings: Linter = {
  name: 'cardStrings',
  description: 'Every string that a card names as ${t.key} exists.',
  check({ files }, report) {
    const main = files('settings')[0]?.data.defaultLanguage;
    const model = files('strings').find(({ language }) => language === main);
    if (!model) return;
    const keys = Object.keys(model.data.strings);
    for (const file of files('card')) {
      forEachText(file.data, [], (text, at) => {
        for (const key of stringsNamed(text)) {
          if (keys.includes(key)) continue;
          report({
            file,
            at,
            fault: 'noString',
            values: { key, path: model.path },
            meant: nearest(key, keys),
          });
        }
      });
    }
  },
};

/** `\${t.more}` → `more`, anywhere within an expression. */
function stringsNamed(text: string): string[] {
  const expressions = [...text.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  return expressions.flatMap((expression) =>
    [...expression.matchAll(/(?<![\w.])(?:\$root\.)?t\.([a-zA-Z]\w*)/g)].map(
      (match) => match[1] ?? '',
    ),
  );
}
