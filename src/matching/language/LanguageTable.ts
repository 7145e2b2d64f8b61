import { finishHash, hashText } from '../text/hash.js';
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

/** A list rather than a generator, which is slower: every message is read so. */
function partsOf(tokens: readonly Token[]): number[] {
  const parts: number[] = [];
  for (const { surface, folded } of tokens) {
    if (folded[0] === '#') continue;
    const padded = ` ${surface} `;
    parts.push(finishHash(hashText(SEED, padded)) % BUCKETS);
    for (let length = 2; length <= 4; length++) {
      if (length === padded.length) continue;
      for (let from = 0; from + length <= padded.length; from++) {
        parts.push(finishHash(hashText(SEED, padded, from, from + length)) % BUCKETS);
      }
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

/** Log-probability of a text in each language of the table, a part; higher is likelier. */
export function scoreLanguages(
  { languages, scores }: LanguageTable,
  tokens: readonly Token[],
): Float64Array {
  const sums = new Float64Array(languages.length);
  const parts = partsOf(tokens);
  for (const bucket of parts) {
    for (let column = 0; column < languages.length; column++) {
      sums[column]! -= scores[bucket * languages.length + column]! * STEP;
    }
  }
  return sums.map((sum) => (parts.length > 0 ? sum / Math.sqrt(parts.length) : 0));
}
