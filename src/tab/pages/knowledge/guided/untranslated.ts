import { forEachText, languageMaps, type JsonSchema } from '../../../../content/jsonSchema.js';

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
  return languageMaps(data, schema).flatMap(({ path, texts }) => {
    const model = textsIn(texts[defaultLanguage], path);
    return Object.keys(texts)
      .filter((language) => language !== defaultLanguage)
      .flatMap((language) =>
        [...textsIn(texts[language], path)]
          .filter(([place, own]) => own === '' || own === model.get(place))
          .map(([place]) => ({ language, place })),
      );
  });
}

/** Every text in a value, by the way to it. */
function textsIn(value: unknown, path: readonly (string | number)[]): Map<string, string> {
  const texts = new Map<string, string>();
  forEachText(value, [...path], (text, at) => texts.set(at.join('.'), text));
  return texts;
}
