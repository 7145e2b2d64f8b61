import { finishHash, hashText } from '../text/hash.js';
import { rememberWords } from '../text/rememberWords.js';
import { tokenize, type Token } from '../text/tokenize.js';

const BUCKETS = 32768;
const SEED = 11;
/** Log-probabilities are kept as bytes; a step is this much. */
const STEP = 0.1;

/** What tells the content's languages apart: parts of words, as the content's texts use them. */
export interface LanguageTable {
  languages: string[];
  /** `scores[bucket * languages + language]`: log-probability of the part, in steps below zero. */
  scores: Uint8Array;
}

function partsOf(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ surface, folded }) => (folded[0] === '#' ? [] : partsOfWord(surface)));
}

function partsOfWord(word: string): number[] {
  const padded = ` ${word} `;
  const parts = [finishHash(hashText(SEED, padded)) % BUCKETS];
  for (let length = 2; length <= 4; length++) {
    if (length === padded.length) continue;
    for (let from = 0; from + length <= padded.length; from++) {
      parts.push(finishHash(hashText(SEED, padded, from, from + length)) % BUCKETS);
    }
  }
  return parts;
}

/** Learns how the languages look from `[language, text]` pairs. */
export function trainLanguageTable(
  languages: string[],
  texts: Iterable<[language: string, text: string]>,
): LanguageTable {
  const counts = new Float64Array(BUCKETS * languages.length);
  const totals = new Float64Array(languages.length);
  for (const [language, text] of texts) {
    const column = languages.indexOf(language);
    if (column < 0) continue;
    for (const bucket of partsOf(tokenize(text))) {
      counts[bucket * languages.length + column]!++;
      totals[column]!++;
    }
  }
  const scores = new Uint8Array(counts.length);
  counts.forEach((count, at) => {
    const total = totals[at % languages.length]!;
    const chance = (count + 0.3) / (total + 0.3 * BUCKETS);
    scores[at] = Math.min(255, Math.round(-Math.log(chance) / STEP));
  });
  return { languages, scores };
}

/** Says how likely a text is in each language of the table, for each of its parts; higher is likelier. */
export type ScoreLanguages = (tokens: readonly Token[]) => Float64Array;

/** Prepares a table for scoring. */
export function createLanguageScores({ languages, scores }: LanguageTable): ScoreLanguages {
  const scoreWord = rememberWords((word) => {
    const parts = partsOfWord(word);
    const sums = new Float64Array(languages.length);
    for (const bucket of parts) {
      for (let column = 0; column < sums.length; column++) {
        sums[column]! -= scores[bucket * languages.length + column]! * STEP;
      }
    }
    return { sums, parts: parts.length };
  });
  return (tokens) => {
    const total = new Float64Array(languages.length);
    let parts = 0;
    for (const { surface, folded } of tokens) {
      if (folded[0] === '#') continue;
      const word = scoreWord(surface);
      parts += word.parts;
      for (let column = 0; column < total.length; column++) total[column]! += word.sums[column]!;
    }
    const scale = Math.sqrt(Math.max(1, parts));
    return total.map((sum) => sum / scale);
  };
}
