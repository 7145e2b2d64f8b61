import { finishHash, hashText } from './hash.js';

/** Shorter words have too many neighbours to be repaired. */
const SHORTEST = 4;
/** From this length on, two errors are mended. */
const LONG = 9;
const HASH_SEED = 7;

/**
 * Finds known words near a misspelt one by symmetric deletes: two words that differ by one edit
 * share a form with one letter less. Forms are kept as buckets of word numbers, not as strings.
 * @see https://wolfgarbe.medium.com/1000x-faster-spelling-correction-algorithm-2012-8701fcd87a5f
 */
export class Spelling {
  readonly #words: readonly string[];
  readonly #starts: Uint32Array;
  readonly #entries: Uint32Array;
  readonly #mask: number;

  /** @param words the known words, folded, most frequent first */
  constructor(words: readonly string[]) {
    this.#words = words;
    let size = 1024;
    while (size < words.length * 8) size *= 2;
    this.#mask = size - 1;
    this.#starts = new Uint32Array(size + 1);
    const forms: number[] = [];
    const owners: number[] = [];
    words.forEach((word, number) => {
      if (word.length < SHORTEST || word[0] === '#') return;
      for (const form of this.#formsOf(word, word.length >= LONG - 1 ? 2 : 1)) {
        forms.push(form);
        owners.push(number);
        this.#starts[form + 1]!++;
      }
    });
    for (let at = 0; at < size; at++) this.#starts[at + 1]! += this.#starts[at]!;
    const next = this.#starts.slice();
    this.#entries = new Uint32Array(forms.length);
    for (let at = 0; at < forms.length; at++) {
      this.#entries[next[forms[at]!]!++] = owners[at]!;
    }
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
    const tried = new Set<number>();
    for (const form of this.#formsOf(word, reach)) {
      for (let at = this.#starts[form]!; at < this.#starts[form + 1]!; at++) {
        const number = this.#entries[at]!;
        if (tried.has(number)) continue;
        tried.add(number);
        const candidate = this.#words[number]!;
        const edits = countEdits(word, candidate, reach);
        if (edits > reach) continue;
        const cost = edits * 2 + (preferred(candidate) ? 0 : 1) + number / this.#words.length;
        if (cost < bestCost) {
          bestCost = cost;
          best = candidate;
        }
      }
    }
    return best;
  }

  #formsOf(word: string, deletes: number): Set<number> {
    const found = new Set([this.#bucket(word)]);
    for (let first = 0; first < word.length; first++) {
      const shorter = word.slice(0, first) + word.slice(first + 1);
      found.add(this.#bucket(shorter));
      if (deletes < 2) continue;
      for (let second = first; second < shorter.length; second++) {
        found.add(this.#bucket(shorter.slice(0, second) + shorter.slice(second + 1)));
      }
    }
    return found;
  }

  #bucket(form: string): number {
    return finishHash(hashText(HASH_SEED, form)) & this.#mask;
  }
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
