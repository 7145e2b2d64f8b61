import { foldText } from '../../content/foldText.js';

/** A text of a document; `weight` is how many times each of its words counts. */
export interface IndexedText {
  text: string;
  weight: number;
}

export interface WordIndex {
  /**
   * The documents that hold the words of a query, best first. Its last word may still be unfinished:
   * whatever begins with it counts.
   */
  search(query: string): string[];
}

/** Okapi BM25 with its usual constants (Robertson and Zaragoza, 2009). */
const K1 = 1.2;
const B = 0.75;
/** What scores less than this share of the best only shares everyday words with the query. */
const LEAST_SHARE = 0.4;

/** Finds documents by their words, whatever the language; capitals and accents do not matter. */
export function createWordIndex(
  documents: Iterable<readonly [id: string, texts: readonly IndexedText[]]>,
): WordIndex {
  /** Word → document → how often it stands there. */
  const postings = new Map<string, Map<string, number>>();
  const lengths = new Map<string, number>();
  for (const [id, texts] of documents) {
    let length = 0;
    for (const { text, weight } of texts) {
      for (const word of wordsOf(text)) {
        let posting = postings.get(word);
        if (!posting) postings.set(word, (posting = new Map<string, number>()));
        posting.set(id, (posting.get(id) ?? 0) + weight);
        length += weight;
      }
    }
    lengths.set(id, length);
  }
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  const averageLength = total / Math.max(1, lengths.size);

  const beginningWith = (prefix: string): Map<string, number> => {
    const merged = new Map<string, number>();
    for (const [word, posting] of postings) {
      if (!word.startsWith(prefix)) continue;
      for (const [id, count] of posting) merged.set(id, (merged.get(id) ?? 0) + count);
    }
    return merged;
  };

  return {
    search(query) {
      const words = wordsOf(query);
      const scores = new Map<string, number>();
      words.forEach((word, index) => {
        const isLast = index === words.length - 1;
        const posting = isLast ? beginningWith(word) : (postings.get(word) ?? new Map());
        const rarity = Math.log(1 + (lengths.size - posting.size + 0.5) / (posting.size + 0.5));
        for (const [id, count] of posting) {
          const length = (lengths.get(id) ?? 0) / averageLength;
          const often = (count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
          scores.set(id, (scores.get(id) ?? 0) + rarity * often);
        }
      });
      const ranked = [...scores].sort(([, one], [, other]) => other - one);
      const best = ranked[0]?.[1] ?? 0;
      return ranked.filter(([, score]) => score >= best * LEAST_SHARE).map(([id]) => id);
    },
  };
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '');
}
