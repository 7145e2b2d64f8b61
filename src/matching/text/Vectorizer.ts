import { BLOCK_COUNT, BLOCKS, type Features } from './features.js';
import type { HashIndex } from './HashIndex.js';

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
  #indices = new Int32Array(1024);
  #values = new Float32Array(1024);
  #blockOf = new Uint8Array(1024);

  constructor(index: HashIndex, idf: Float32Array, unknownIdf: number) {
    this.#index = index;
    this.#idf = idf;
    this.#unknownIdf = unknownIdf;
    this.#places = new Int32Array(idf.length);
  }

  vector({ hashes, blocks }: Features): SparseVector {
    const idf = this.#idf;
    const places = this.#places;
    this.#reserve(hashes.length);
    const indices = this.#indices;
    const values = this.#values;
    const blockOf = this.#blockOf;
    let size = 0;
    let weight = 0;
    let knownWeight = 0;
    for (let at = 0; at < hashes.length; at++) {
      const number = this.#index.find(hashes[at]!);
      const block = blocks[at]!;
      const known = number >= 0 && idf[number]! > 0;
      if (block <= BLOCKS.pairs) {
        weight += known ? idf[number]! : this.#unknownIdf;
        if (known) knownWeight += idf[number]!;
      }
      if (!known) continue;
      const place = places[number]!;
      if (place > 0) values[place - 1]!++;
      else {
        indices[size] = number;
        values[size] = 1;
        blockOf[size] = block;
        places[number] = ++size;
      }
    }
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
  #reserve(size: number): void {
    if (size <= this.#indices.length) return;
    this.#indices = new Int32Array(size * 2);
    this.#values = new Float32Array(size * 2);
    this.#blockOf = new Uint8Array(size * 2);
  }
}
