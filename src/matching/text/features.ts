import { finishHash, hashText } from './hash.js';
import type { Word } from './Vocabulary.js';

/** Groups of features; each is scaled to the same length before it is weighed. */
export const BLOCKS = { words: 0, pairs: 1, characters: 2, concepts: 3 } as const;
export const BLOCK_COUNT = 4;

/** Words this far apart still form a pair, whatever their order. */
const PAIR_REACH = 4;
const SHORTEST_PART = 2;
const LONGEST_PART = 4;
/** Pairs of concepts grow with the square: a long story's first ones tell enough. */
const MOST_PAIRED_CONCEPTS = 20;

const SEEDS = { word: 1, next: 2, pair: 3, part: 4, concept: 5, concepts: 6, last: 7 };
const SPACE = ' ';

/** Features of one text, each as often as it occurs. */
export interface Features {
  /** Words, pairs and concepts: parallel lists. */
  hashes: Uint32Array;
  blocks: Uint8Array;
  /** Folded words, whose parts are features as well: see `partsOf`. */
  spelt: string[];
}

/** A feature's meaning for people, by its hash. */
export type FeatureNames = Map<number, string>;

/**
 * Turns a read text into features.
 * @param names filled with what each feature is, where that is wanted
 */
export function extractFeatures(
  words: readonly Word[],
  concepts: readonly string[],
  names?: FeatureNames,
): Features {
  list.start(names);
  addWords(words);
  addConcepts(concepts);
  const spelt = words.map(({ folded }) => folded).filter((folded) => folded[0] !== '#');
  if (names) for (const word of spelt) partsOf(word, names);
  return { ...list.toFeatures(), spelt };
}

/** Grows in typed arrays, because most of a text's time goes into adding to it. */
class FeatureList {
  #hashes = new Uint32Array(512);
  #blocks = new Uint8Array(512);
  #size = 0;
  #names: FeatureNames | undefined;

  /** Empties the list. */
  start(names: FeatureNames | undefined): void {
    this.#size = 0;
    this.#names = names;
  }

  add(block: number, hash: number, name: () => string): void {
    if (this.#size === this.#hashes.length) this.#grow();
    const finished = finishHash(hash);
    this.#hashes[this.#size] = finished;
    this.#blocks[this.#size++] = block;
    this.#names?.set(finished, name());
  }

  toFeatures(): Omit<Features, 'spelt'> {
    return {
      hashes: this.#hashes.slice(0, this.#size),
      blocks: this.#blocks.slice(0, this.#size),
    };
  }

  #grow(): void {
    const hashes = new Uint32Array(this.#size * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const blocks = new Uint8Array(this.#size * 2);
    blocks.set(this.#blocks);
    this.#blocks = blocks;
  }
}

/** One list serves all texts, one after the other. */
const list = new FeatureList();

/** Words, neighbours in order, near words in any order, and what a text ends on. */
function addWords(words: readonly Word[]): void {
  for (let at = 0; at < words.length; at++) {
    const { stem } = words[at]!;
    list.add(BLOCKS.words, hashText(SEEDS.word, stem), () => stem);
    const next = words[at + 1]?.stem;
    if (next !== undefined) {
      list.add(BLOCKS.pairs, hashPair(SEEDS.next, stem, next), () => `${stem} ${next}`);
    }
    const reach = Math.min(words.length - 1, at + PAIR_REACH);
    for (let other = at + 1; other <= reach; other++) {
      const pair = words[other]!.stem;
      if (pair === stem) continue;
      const [first, second] = pair < stem ? [pair, stem] : [stem, pair];
      list.add(BLOCKS.pairs, hashPair(SEEDS.pair, first, second), () => `${first} … ${second}`);
    }
  }
  const last = words.at(-1)?.stem;
  if (last !== undefined) list.add(BLOCKS.words, hashText(SEEDS.last, last), () => `${last} ⏎`);
}

/**
 * Two to four letters in a row of a folded word, a space at either end of it counting as a letter.
 * @returns a hash for each, as often as it occurs
 */
export function partsOf(word: string, names?: FeatureNames): number[] {
  const padded = ` ${word} `;
  const hashes: number[] = [];
  for (let from = 0; from < padded.length - 1; from++) {
    let hash = hashText(SEEDS.part, padded, from, from + SHORTEST_PART - 1);
    const end = Math.min(padded.length, from + LONGEST_PART);
    for (let to = from + SHORTEST_PART; to <= end; to++) {
      hash = hashText(hash, padded, to - 1, to);
      const finished = finishHash(hash);
      hashes.push(finished);
      names?.set(finished, `“${padded.slice(from, to).replaceAll(' ', '_')}”`);
    }
  }
  return hashes;
}

/** Concepts, and every two of them: what a text is about, whatever its language. */
function addConcepts(concepts: readonly string[]): void {
  for (let at = 0; at < concepts.length; at++) {
    const concept = concepts[at]!;
    list.add(BLOCKS.concepts, hashText(SEEDS.concept, concept), () => `[${concept}]`);
    if (at >= MOST_PAIRED_CONCEPTS) continue;
    for (let before = 0; before < at; before++) {
      const earlier = concepts[before]!;
      const [first, second] = concept < earlier ? [concept, earlier] : [earlier, concept];
      list.add(
        BLOCKS.concepts,
        hashPair(SEEDS.concepts, first, second),
        () => `[${first}] + [${second}]`,
      );
    }
  }
}

function hashPair(seed: number, first: string, second: string): number {
  return hashText(hashText(hashText(seed, first), SPACE), second);
}
