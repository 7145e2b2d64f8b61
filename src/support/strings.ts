import type { Content } from '../content/content.js';
import { UnfinishedContentError } from '../content/unfinishedContentError.js';

/** Looks a string up in one language and fills its `{placeholders}`. */
export type Say = (key: string, values?: Record<string, string>) => string;

/**
 * The strings of one language. A key that the language lacks is taken from the default language;
 * `npm run check` keeps that from happening in published content.
 */
export function sayIn(content: Content, language: string): Say {
  const own = content.strings[language];
  const fallback = content.strings[content.settings.defaultLanguage];
  return (key, values = {}) => {
    const text = own?.[key] ?? fallback?.[key];
    if (text === undefined) throw new UnfinishedContentError(`no string named "${key}"`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
}
