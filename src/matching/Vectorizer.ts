import { BLOCK_COUNT } from './features.js';
import type { Features } from './features.js';
import type { HashIndex } from './HashIndex.js';

/** A sparse vector: feature numbers, ascending within a block, and their values. */
export interface SparseVector {
  indices: Int32Array;
  values: Float32Array;
  /** Share of the text's weight (IDF of its words and concepts) that is known, from 0 to 1. */
  known: number;
}

/** What each block counts for once it has been scaled to length 1, and in the share that is known. */
export interface BlockWeights {
  length: number[];
  known: number[];
}

export const BLOCK_WEIGHTS: BlockWeights = { length: [0.8, 1.5, 2], known: [1, 0, 0] };

/**
 * Turns features into a vector: sublinear term frequency times IDF, each block scaled to its
 * weight. Unknown features lower `known` and nothing else.
 */
export function vectorize(
  features: Features,
  index: HashIndex,
  idf: Float32Array,
  unknownIdf: number,
  weights: BlockWeights = BLOCK_WEIGHTS,
): SparseVector {
  const { hashes, blocks } = features;
  const counts = new Map<number, number>();
  let knownWeight = 0;
  let weight = 0;
  const lengths = new Float64Array(BLOCK_COUNT);
  const indices: number[] = [];
  const values: number[] = [];
  const blockOf: number[] = [];
  for (let at = 0; at < hashes.length; at++) {
    const number = index.find(hashes[at]!);
    const block = blocks[at]!;
    const share = weights.known[block]!;
    const known = number >= 0 && idf[number]! > 0;
    if (share > 0) {
      weight += share * (known ? idf[number]! : unknownIdf);
      if (known) knownWeight += share * idf[number]!;
    }
    if (!known) continue;
    const place = counts.get(number);
    if (place === undefined) {
      counts.set(number, indices.length);
      indices.push(number);
      values.push(1);
      blockOf.push(block);
    } else values[place]!++;
  }
  for (let at = 0; at < indices.length; at++) {
    const value = (1 + Math.log(values[at]!)) * idf[indices[at]!]!;
    values[at] = value;
    lengths[blockOf[at]!]! += value * value;
  }
  for (let at = 0; at < indices.length; at++) {
    values[at]! *= weights.length[blockOf[at]!]! / Math.sqrt(lengths[blockOf[at]!]!);
  }
  return {
    indices: Int32Array.from(indices),
    values: Float32Array.from(values),
    known: weight > 0 ? knownWeight / weight : 0,
  };
}
