import type { Content } from '../content/content.js';

/** "fr-BE" → "fr" where the content speaks French, else the default language. */
export function languageOfLocale({ settings }: Content, locale: string | undefined): string {
  const language = locale?.slice(0, 2).toLowerCase() ?? '';
  return settings.languages.includes(language) ? language : settings.defaultLanguage;
}
