import type { JsonSchema } from '../../../../content/jsonSchema.js';
import { isByLanguage, schemasAt } from '../schema/schemaAt.js';

/** A place in a file where a language has nothing of its own yet. */
export interface Untranslated {
  language: string;
  /** To the text, without its language: `texts.answer`. */
  place: string;
}

/**
 * Texts that are empty, or that say what the default language says. A name may rightly be the same
 * in all languages: this is what a translator looks through, not what the check refuses.
 */
export function untranslated(
  data: unknown,
  schema: JsonSchema,
  defaultLanguage: string,
): Untranslated[] {
  const found: Untranslated[] = [];
  const search = (value: unknown, path: (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const isMap = !Array.isArray(value) && isByLanguage(schemasAt(schema, data, path));
    if (isMap) found.push(...compare(value as Record<string, unknown>, path.join('.')));
    else {
      for (const [key, item] of Object.entries(value)) {
        search(item, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  const compare = (texts: Record<string, unknown>, place: string): Untranslated[] => {
    const model = leaves(texts[defaultLanguage], place);
    return Object.entries(texts).flatMap(([language, text]) =>
      language === defaultLanguage
        ? []
        : [...leaves(text, place)]
            .filter(([at, own]) => own === '' || own === model.get(at))
            .map(([at]) => ({ language, place: at })),
    );
  };
  search(data, []);
  return found;
}

/** Every text in a value, by the way to it. */
function leaves(value: unknown, place: string): Map<string, string> {
  if (typeof value === 'string') return new Map([[place, value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, item]) => [...leaves(item, `${place}.${key}`)]),
  );
}
