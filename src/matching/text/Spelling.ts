import { finishHash, hashText } from './hash.js';

/** Shorter words have too many neighbours to be repaired. */
const SHORTEST = 4;
/** From this length on, two errors are mended. */
const LONG = 9;
const HASH_SEED = 7;

/** Forms of the known words with letters left out, in buckets by hash: what the model stores. */
export interface SpellingData {
  /** Bucket b lies in entries at starts[b] … starts[b + 1]. */
  starts: Uint32Array;
  /** Numbers of words. */
  entries: Uint32Array;
  /** A byte of each form's hash, which tells most of a bucket's forms apart. */
  checks: Uint8Array;
}

/** Prepares the repair towards these words (folded). */
export function indexSpelling(words: readonly string[]): SpellingData {
  let size = 1024;
  while (size < words.length * 8) size *= 2;
  const starts = new Uint32Array(size + 1);
  const forms: number[] = [];
  const owners: number[] = [];
  words.forEach((word, number) => {
    if (word.length < SHORTEST || word[0] === '#') return;
    for (const form of formsOf(word, word.length >= LONG - 1 ? 2 : 1)) {
      forms.push(form);
      owners.push(number);
      starts[(form & (size - 1)) + 1]!++;
    }
  });
  for (let at = 0; at < size; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const entries = new Uint32Array(forms.length);
  const checks = new Uint8Array(forms.length);
  forms.forEach((form, at) => {
    const place = next[form & (size - 1)]!++;
    entries[place] = owners[at]!;
    checks[place] = form >>> 24;
  });
  return { starts, entries, checks };
}

/**
 * Finds known words near a misspelt one by symmetric deletes: two words that differ by one edit
 * share a form with one letter less. Forms are kept as buckets of word numbers, not as strings.
 * @see https://wolfgarbe.medium.com/1000x-faster-spelling-correction-algorithm-2012-8701fcd87a5f
 */
export class Spelling {
  readonly #words: readonly string[];
  readonly #data: SpellingData;

  /** @param words the words that `data` was made of, most frequent first */
  constructor(words: readonly string[], data: SpellingData) {
    this.#words = words;
    this.#data = data;
  }

  /**
   * The nearest known word: fewest edits first, then the preferred ones, then the most frequent.
   * Undefined where nothing is near enough or the word is too short to tell.
   */
  repair(word: string, preferred: (candidate: string) => boolean): string | undefined {
    if (word.length < SHORTEST || word[0] === '#') return undefined;
    const reach = word.length >= LONG ? 2 : 1;
    let best: string | undefined;
    let bestCost = Infinity;
    const { starts, entries, checks } = this.#data;
    const tried = new Set<number>();
    for (const form of formsOf(word, reach)) {
      const bucket = form & (starts.length - 2);
      for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++) {
        if (checks[at] !== form >>> 24) continue;
        const number = entries[at]!;
        if (tried.has(number)) continue;
        tried.add(number);
        const candidate = this.#words[number]!;
        const edits = countEdits(word, candidate, reach);
        if (edits > reach) continue;
        // People seldom miss a word's first letter.
        const cost =
          edits * 4 +
          (preferred(candidate) ? 0 : 2) +
          (candidate[0] === word[0] ? 0 : 1) +
          number / this.#words.length;
        if (cost < bestCost) {
          bestCost = cost;
          best = candidate;
        }
      }
    }
    return best;
  }
}

/** Hashes of a word and of what it becomes with up to `deletes` letters left out. */
function formsOf(word: string, deletes: number): Set<number> {
  const found = new Set([hashForm(word)]);
  for (let first = 0; first < word.length; first++) {
    const shorter = word.slice(0, first) + word.slice(first + 1);
    found.add(hashForm(shorter));
    if (deletes < 2) continue;
    for (let second = first; second < shorter.length; second++) {
      found.add(hashForm(shorter.slice(0, second) + shorter.slice(second + 1)));
    }
  }
  return found;
}

function hashForm(form: string): number {
  return finishHash(hashText(HASH_SEED, form));
}

/**
 * Edits between two words: letters added, left out, replaced or swapped with their neighbour
 * (optimal string alignment). Anything above `limit` comes back as `limit + 1`.
 */
export function countEdits(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let edits = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1]
      ) {
        edits = Math.min(edits, before[column - 2]! + 1);
      }
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(limit + 1, previous[to.length]!);
}
