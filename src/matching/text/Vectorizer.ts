import { BLOCK_COUNT, BLOCKS, partsOf, type Features } from './features.js';
import type { HashIndex } from './HashIndex.js';
import { rememberWords } from './rememberWords.js';

/** A sparse vector: numbers of features, and their values. */
export interface SparseVector {
  indices: Int32Array;
  values: Float32Array;
  /** Sum of the values. */
  mass: number;
  /** Share of the weight (IDF) of words and pairs that is known, from 0 to 1. */
  known: number;
}

/** What each block counts for once it has been scaled to length 1. */
const BLOCK_WEIGHTS = [0.6, 0.9, 1.5, 1.3];

/**
 * Turns features into vectors: sublinear term frequency times IDF, each block scaled to its
 * weight. Unknown features, or known ones whose IDF is 0, lower `known` and nothing else.
 */
export class Vectorizer {
  readonly #index: HashIndex;
  readonly #idf: Float32Array;
  readonly #unknownIdf: number;
  /** Where a feature stands in the vector being made, plus 1; all 0 between calls. */
  readonly #places: Int32Array;
  /** The numbers of a word's parts that are known. */
  readonly #partsOf: (word: string) => Int32Array;
  #size = 0;
  #indices = new Int32Array(1024);
  #values = new Float32Array(1024);
  #blockOf = new Uint8Array(1024);

  constructor(index: HashIndex, idf: Float32Array, unknownIdf: number) {
    this.#index = index;
    this.#idf = idf;
    this.#unknownIdf = unknownIdf;
    this.#places = new Int32Array(idf.length);
    this.#partsOf = rememberWords((word) =>
      Int32Array.from(
        partsOf(word)
          .map((hash) => this.#find(hash))
          .filter((found) => found >= 0),
      ),
    );
  }

  vector({ hashes, blocks, spelt }: Features): SparseVector {
    const idf = this.#idf;
    this.#size = 0;
    let weight = 0;
    let knownWeight = 0;
    for (let at = 0; at < hashes.length; at++) {
      const number = this.#find(hashes[at]!);
      const block = blocks[at]!;
      if (block <= BLOCKS.pairs) {
        weight += number >= 0 ? idf[number]! : this.#unknownIdf;
        if (number >= 0) knownWeight += idf[number]!;
      }
      if (number >= 0) this.#count(number, block);
    }
    for (const word of spelt) {
      for (const number of this.#partsOf(word)) this.#count(number, BLOCKS.characters);
    }
    const size = this.#size;
    const indices = this.#indices;
    const values = this.#values;
    const blockOf = this.#blockOf;
    const places = this.#places;
    const lengths = new Float64Array(BLOCK_COUNT);
    for (let at = 0; at < size; at++) {
      const number = indices[at]!;
      places[number] = 0;
      const count = values[at]!;
      const value = (count === 1 ? 1 : 1 + Math.log(count)) * idf[number]!;
      values[at] = value;
      lengths[blockOf[at]!]! += value * value;
    }
    const scales = lengths.map((length, block) => BLOCK_WEIGHTS[block]! / Math.sqrt(length || 1));
    let mass = 0;
    for (let at = 0; at < size; at++) mass += values[at]! *= scales[blockOf[at]!]!;
    return {
      indices: indices.slice(0, size),
      values: values.slice(0, size),
      mass,
      known: weight > 0 ? knownWeight / weight : 0,
    };
  }

  /** The weighted sum of two vectors, of which the first counts for `share`, the second for the rest. */
  mix(first: SparseVector, second: SparseVector, share: number): SparseVector {
    const places = this.#places;
    const rest = 1 - share;
    const indices = new Int32Array(first.indices.length + second.indices.length);
    const values = new Float32Array(indices.length);
    let size = 0;
    for (; size < first.indices.length; size++) {
      const number = first.indices[size]!;
      indices[size] = number;
      values[size] = share * first.values[size]!;
      places[number] = size + 1;
    }
    for (let at = 0; at < second.indices.length; at++) {
      const number = second.indices[at]!;
      const value = rest * second.values[at]!;
      const place = places[number]!;
      if (place > 0) values[place - 1]! += value;
      else {
        indices[size] = number;
        values[size++] = value;
      }
    }
    for (const number of first.indices) places[number] = 0;
    return {
      indices: indices.subarray(0, size),
      values: values.subarray(0, size),
      mass: share * first.mass + rest * second.mass,
      known: share * first.known + rest * second.known,
    };
  }

  /** The number of a feature that is known and has an IDF, or -1. */
  #find(hash: number): number {
    const number = this.#index.find(hash);
    return number >= 0 && this.#idf[number]! > 0 ? number : -1;
  }

  #count(number: number, block: number): void {
    const place = this.#places[number]!;
    if (place > 0) {
      this.#values[place - 1]!++;
      return;
    }
    if (this.#size === this.#indices.length) this.#grow();
    this.#indices[this.#size] = number;
    this.#values[this.#size] = 1;
    this.#blockOf[this.#size] = block;
    this.#places[number] = ++this.#size;
  }

  #grow(): void {
    const indices = new Int32Array(this.#size * 2);
    indices.set(this.#indices);
    this.#indices = indices;
    const values = new Float32Array(this.#size * 2);
    values.set(this.#values);
    this.#values = values;
    const blockOf = new Uint8Array(this.#size * 2);
    blockOf.set(this.#blockOf);
    this.#blockOf = blockOf;
  }
}
