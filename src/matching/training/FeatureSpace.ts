import { HashIndex } from '../text/HashIndex.js';
import { partsOf } from '../text/features.js';
import type { Example } from './trainingExamples.js';
import { Vectorizer, type SparseVector } from '../text/Vectorizer.js';

/** From this many features on, those that only one text has are left out: they teach little. */
const MANY_FEATURES = 60_000;

/** The features of a training set, numbered, with how many texts have each. */
export class FeatureSpace {
  readonly index: HashIndex;
  readonly #numbers: Int32Array[];
  readonly #frequencies: Float64Array;
  readonly #examples: Example[];

  constructor(examples: Example[]) {
    const all = new HashIndex(1 << 16);
    const counts: number[] = [];
    const numbers = examples.map(({ features }) => {
      const own = new Set<number>();
      for (const hash of features.hashes) own.add(all.add(hash));
      for (const word of features.spelt) for (const hash of partsOf(word)) own.add(all.add(hash));
      for (const number of own) counts[number] = (counts[number] ?? 0) + 1;
      return [...own];
    });
    const least = all.size > MANY_FEATURES ? 2 : 1;
    // In ascending order: whoever reads the model builds the same index in no time.
    const kept = all.keys().filter((_, number) => counts[number]! >= least);
    this.index = HashIndex.of(kept.sort());
    const renumbered = Int32Array.from(all.keys(), (key) => this.index.find(key));
    this.#examples = examples;
    this.#numbers = numbers.map((own) =>
      Int32Array.from(own.map((number) => renumbered[number]!).filter((number) => number >= 0)),
    );
    this.#frequencies = new Float64Array(this.index.size);
    for (const own of this.#numbers) for (const number of own) this.#frequencies[number]!++;
  }

  get size(): number {
    return this.index.size;
  }

  /** Vectors of the examples as if those left out had never been seen. */
  without(leftOut: number[]): { idf: Float32Array; unknownIdf: number; vectorOf: VectorOf } {
    const frequencies = this.#frequencies.slice();
    for (const at of leftOut) for (const number of this.#numbers[at]!) frequencies[number]!--;
    const texts = this.#examples.length - leftOut.length;
    const idf = Float32Array.from(frequencies, (count) => (count > 0 ? idfOf(count, texts) : 0));
    const unknownIdf = idfOf(0, texts);
    const vectorizer = new Vectorizer(this.index, idf, unknownIdf);
    return { idf, unknownIdf, vectorOf: (at) => vectorizer.vector(this.#examples[at]!.features) };
  }
}

/** The vector of the example with that number. */
export type VectorOf = (example: number) => SparseVector;

function idfOf(count: number, texts: number): number {
  return Math.log((1 + texts) / (1 + count)) + 1;
}
