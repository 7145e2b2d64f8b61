import { SparseRowsBuilder, type SparseRows } from './SparseRows.js';
import type { SvmExamples } from './trainSvm.js';

/**
 * How much evidence of a class is presumed before any is seen, in units of feature weight. Small
 * against what a class has seen (some thousands): only frequencies that mean little are held back.
 */
const PRESUMED = 300;

/**
 * How much likelier a feature is in a class than anywhere: a multinomial naive Bayes, which knows
 * frequencies where the SVM knows borders. Its log-ratio of a class that never had the feature is
 * the same for all such features, so that rows stay sparse: `score[class] = Σ value · rows[feature]
 * + Σ value · mass[class]`.
 */
export interface ClassCounts {
  rows: SparseRows;
  mass: Float32Array;
}

/** Counts the examples' feature weights by class. */
export function countClasses(
  { vectors, labels, importance }: SvmExamples,
  features: number,
  classes: number,
): ClassCounts {
  const everywhere = new Float64Array(features);
  const totals = new Float64Array(classes);
  let total = 0;
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  labels.forEach((label, at) => byClass[label]!.push(at));
  vectors.forEach(({ indices, values }, at) => {
    indices.forEach((feature, place) => {
      const weight = values[place]! * importance[at]!;
      everywhere[feature]! += weight;
      totals[labels[at]!]! += weight;
      total += weight;
    });
  });
  const builder = new SparseRowsBuilder();
  const counts = new Float64Array(features);
  byClass.forEach((own, target) => {
    const seen: number[] = [];
    for (const at of own) {
      const { indices, values } = vectors[at]!;
      indices.forEach((feature, place) => {
        if (counts[feature] === 0) seen.push(feature);
        counts[feature]! += values[place]! * importance[at]!;
      });
    }
    for (const feature of seen) {
      const expected = (everywhere[feature]! / total) * PRESUMED;
      builder.add(feature, target, Math.log(1 + counts[feature]! / expected));
      counts[feature] = 0;
    }
  });
  return {
    rows: builder.build(features),
    mass: Float32Array.from(totals, (weight) => -Math.log(1 + weight / PRESUMED)),
  };
}
