import { readFileSync } from 'node:fs';

/** The strings of the real cards, by language. */
export function readStrings(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    ['en', 'fr', 'de', 'it', 'es', 'nl'].map((language) => {
      const text = readFileSync(`cards/strings/${language}.json`, 'utf8');
      return [language, (JSON.parse(text) as { strings: Record<string, string> }).strings];
    }),
  );
}
