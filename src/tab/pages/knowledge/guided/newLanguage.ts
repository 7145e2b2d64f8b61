import { languagesIn, SETTINGS } from '../schema/knownIds.js';
import { parseJson } from '../schema/parseJson.js';
import { languageMaps, type JsonSchema } from '../../../../content/jsonSchema.js';
import { inLanguage, languageOf } from '../file/fileGroups.js';
import { writeValue } from '../form/writeValue.js';
import { asFields, asTexts, isObject } from '../schema/readAs.js';
import type { Edit } from '../draft/draftSaver.js';

/** So many ways to ask are copied as a model: it is what the check asks for. */
const PHRASES = 20;

/** Content files by path. */
export interface Files {
  paths: readonly string[];
  /** Undefined where there is no such file. */
  textOf: (path: string) => string | undefined;
  /** The schema that a file's text names. */
  schemaOf: (text: string) => JsonSchema;
}

/**
 * The edits with which a language begins: settings name it, and whatever must stand in it stands
 * there in the default language, for a translator to write over.
 */
export function newLanguage(
  language: string,
  defaultLanguage: string,
  { paths, textOf, schemaOf }: Files,
): Edit[] {
  return paths.flatMap((path): Edit[] => {
    const text = textOf(path) ?? '';
    const data = parseJson(text);
    // What somebody is in the middle of writing is no model.
    if (!isObject(data)) return [];
    if (path === SETTINGS) {
      const languages = [...languagesIn(data), language];
      return [{ path, text: writeValue(text, ['languages'], languages) }];
    }
    if (languageOf(path) === defaultLanguage) {
      return [{ path: inLanguage(path, language), text: begunIn(language, text, data) }];
    }
    // Not every language has a word of its own for everything.
    if (path === 'knowledge/lexicon.json') return [];
    const written = languageMaps(data, schemaOf(text)).reduce((next, { path: at, texts }) => {
      const model = texts[defaultLanguage];
      return model === undefined ? next : writeValue(next, [...at, language], model);
    }, text);
    return written === text ? [] : [{ path, text: written }];
  });
}

function begunIn(language: string, text: string, data: unknown): string {
  const { phrases } = asFields(data);
  const named = writeValue(text, ['language'], language);
  if (phrases === undefined) return named;
  return writeValue(named, ['phrases'], asTexts(phrases).slice(0, PHRASES));
}
