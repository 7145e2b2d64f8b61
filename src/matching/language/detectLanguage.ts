import { GramScores } from './GramTable.js';
import { createLanguageScores } from './LanguageTable.js';
import type { Model } from '../model.js';
import type { Token } from '../text/tokenize.js';
import type { MatchSettings } from '../types.js';

/** What general knowledge of a language counts for beside the content's own texts; measured. */
const GENERAL_SHARE = 0.04;
/**
 * How far another language must lead in a one-word text to outweigh the reader's locale: parts of
 * words alone take "hello" for Italian.
 */
const LOCALE_LEAD = 3;
/** The same for the default language where there is no locale; measured on held-out questions. */
const DEFAULT_LEAD = 2.7;
/** How far a language that the content lacks must lead to be believed, and on how many pieces. */
const FOREIGN_LEAD = 1.25;
const FOREIGN_PIECES = 6;

/** The language of a text. */
export interface Detected {
  /** The content's language that the text is likeliest in: the one to read it by. */
  reading: string;
  /** The language to answer in: the reader's own where the text's is none of the content's. */
  answering: string;
}

/** Detects languages by a model; see `createLanguageDetector`. */
export type LanguageDetector = (tokens: Token[], locale?: string) => Detected;

/**
 * Makes a detector of the content's languages, from the content's own texts, eld's tables, and the
 * reader's locale where a text is too short to tell.
 */
export function createLanguageDetector(model: Model, settings: MatchSettings): LanguageDetector {
  const scoreLanguages = createLanguageScores(model.language);
  const general = model.grams && new GramScores(model.grams);
  const places = model.language.languages.map((language) =>
    general ? general.languages.indexOf(language) : -1,
  );

  return (tokens, locale) => {
    const readers = localeLanguage(locale, settings);
    const own = readers ?? settings.defaultLanguage;
    const words = tokens.filter(({ folded }) => folded[0] !== '#').map(({ surface }) => surface);
    if (words.length === 0) return { reading: own, answering: own };
    const scores = scoreLanguages(tokens);
    const found = general?.score(words);
    if (found) {
      places.forEach((place, at) => {
        if (place < 0) return;
        scores[at]! += GENERAL_SHARE * Math.sqrt(words.length) * found.scores[place]!;
      });
    }
    let reading = own;
    let best = scores[model.language.languages.indexOf(own)] ?? -Infinity;
    if (Number.isFinite(best)) best += (readers ? LOCALE_LEAD : DEFAULT_LEAD) / words.length;
    model.language.languages.forEach((language, at) => {
      if (!settings.languages.includes(language) || scores[at]! <= best) return;
      best = scores[at]!;
      reading = language;
    });
    return { reading, answering: found && isForeign(found, places) ? own : reading };
  };
}

function isForeign(found: ReturnType<GramScores['score']>, places: number[]): boolean {
  if (found.pieces < FOREIGN_PIECES) return false;
  const known = places.reduce((most, at) => Math.max(most, found.scores[at] ?? 0), 0);
  return found.scores.some((score, at) => !places.includes(at) && score > known * FOREIGN_LEAD);
}

function localeLanguage(locale: string | undefined, settings: MatchSettings): string | undefined {
  const language = locale?.slice(0, 2).toLowerCase();
  return language && settings.languages.includes(language) ? language : undefined;
}
