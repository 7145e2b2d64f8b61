import { inLanguage, languageOf } from '../file/fileGroups.js';
import { parseJson } from '../schema/parseJson.js';
import { asFields, asTexts } from '../schema/readAs.js';
import type { Files } from './newLanguage.js';
import { untranslated, type Untranslated } from './untranslated.js';

/** How much of a file waits for a translator. */
export interface TranslationLeft {
  language: string;
  path: string;
  texts: number;
}

/**
 * What the author's edits leave to be translated; what waited before they began is not theirs.
 * @param served the text of a file without the edits
 */
export function translationsLeft(
  { paths, textOf, schemaOf }: Files,
  served: Files['textOf'],
  defaultLanguage: string,
): TranslationLeft[] {
  const waiting = (path: string, texts: Files['textOf']): Untranslated[] =>
    inFile(path, { textOf: texts, schemaOf }, defaultLanguage);
  return paths.flatMap((path) => {
    const before = new Set(waiting(path, served).map(keyOf));
    const left = waiting(path, textOf).filter((each) => !before.has(keyOf(each)));
    const languages = [...new Set(left.map(({ language }) => language))];
    return languages.map((language) => ({
      language,
      path,
      texts: left.filter((each) => each.language === language).length,
    }));
  });
}

const keyOf = ({ language, place }: Untranslated): string => `${language} ${place}`;

function inFile(
  path: string,
  { textOf, schemaOf }: Omit<Files, 'paths'>,
  defaultLanguage: string,
): Untranslated[] {
  const text = textOf(path);
  if (text === undefined) return [];
  const language = languageOf(path);
  if (language === defaultLanguage) return [];
  if (language !== undefined) {
    const model = new Set(textsIn(textOf(inLanguage(path, defaultLanguage))));
    return textsIn(text)
      .filter((own) => own === '' || model.has(own))
      .map((own) => ({ language, place: own }));
  }
  return untranslated(parseJson(text), schemaOf(text), defaultLanguage);
}

/** The strings, or the phrases, of a file. */
function textsIn(text: string | undefined): string[] {
  const { strings, phrases } = asFields(parseJson(text));
  if (phrases !== undefined) return [...asTexts(phrases)];
  return Object.entries(asFields(strings)).flatMap(([key, value]) =>
    typeof value === 'string' ? `${key}: ${value}` : [],
  );
}
