import * as v from 'valibot';
import type { Content } from '../content/content.js';
import { PressError } from './pressError.js';
import type { Press } from './question.js';

/** A language as a button carries it. */
export const Language = v.pipe(v.string(), v.regex(/^[a-z]{2}$/));
export const LanguagePress = v.object({ language: Language });

/** @throws PressError when the data does not have this shape. */
export function parse<T extends v.GenericSchema>(schema: T, press: Press): v.InferOutput<T> {
  const result = v.safeParse(schema, press.data);
  if (result.success) return result.output;
  throw new PressError(`the data of "${press.verb}" is malformed: ${result.issues[0].message}`);
}

/** The language itself if the content has it; a language that was taken away gives the default. */
export function knownLanguage({ settings }: Content, language: string): string {
  return settings.languages.includes(language) ? language : settings.defaultLanguage;
}
