import type { Model } from './model.js';
import type { Token } from './tokenize.js';
import type { MatchSettings } from './types.js';

/** A lead over the second language, in log-probability, that a locale no longer outweighs. */
const CLEAR_LEAD = 3;

/** The language to answer in: the text's own, or the reader's where the text is too short to tell. */
export function detectLanguage(
  scores: Float64Array,
  model: Model,
  settings: MatchSettings,
  { tokens, locale }: { tokens: Token[]; locale: string | undefined },
): string {
  const fallback = localeLanguage(locale, settings) ?? settings.defaultLanguage;
  if (tokens.length === 0) return fallback;
  const ranked = model.language.languages
    .map((language, at) => ({ language, score: scores[at]! }))
    .filter(({ language }) => settings.languages.includes(language))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best) return fallback;
  const own = ranked.find(({ language }) => language === fallback);
  if (!second || !own) return best.language;
  return best.score - own.score < CLEAR_LEAD / Math.sqrt(tokens.length) ? fallback : best.language;
}

function localeLanguage(locale: string | undefined, settings: MatchSettings): string | undefined {
  const language = locale?.slice(0, 2).toLowerCase();
  return language && settings.languages.includes(language) ? language : undefined;
}
