import { seededRandom } from './hash.js';
import type { SparseVector } from './Vectorizer.js';

export interface SvmOptions {
  /** Cost of an error; weighed by `importance` and, for positives, by √(negatives / positives). */
  cost: number;
  epochs: number;
  seed: number;
}

/** One-versus-rest weights: `weights[feature * classes + class]`, and a bias a class. */
export interface LinearWeights {
  classes: number;
  weights: Float32Array;
  bias: Float32Array;
}

export interface SvmExamples {
  vectors: SparseVector[];
  /** Class of each example, or -1 for a negative of every class. */
  labels: Int32Array;
  /** What an error on the example counts for; 1 is the measure. */
  importance: Float32Array;
}

/**
 * Trains one L2-loss linear SVM a class against the rest, by dual coordinate descent
 * (Hsieh et al. 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM", algorithm 1).
 * All classes advance together over one pass of the data, so that a feature's weights for all
 * classes lie side by side in memory.
 */
export function trainSvm(
  examples: SvmExamples,
  features: number,
  classes: number,
  { cost, epochs, seed }: SvmOptions,
): LinearWeights {
  const { vectors, labels, importance } = examples;
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const duals = new Float32Array(vectors.length * classes);
  const squares = vectors.map(({ values }) =>
    values.reduce((sum, value) => sum + value * value, 1),
  );
  const positives = new Float64Array(classes);
  for (const label of labels) if (label >= 0) positives[label]!++;
  const positiveCost = Array.from(positives, (count) =>
    Math.sqrt((vectors.length - count) / Math.max(1, count)),
  );
  const random = seededRandom(seed);
  const order = Int32Array.from(vectors.keys());
  const margins = new Float64Array(classes);
  const changed = new Int32Array(classes);
  const steps = new Float32Array(classes);

  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const example of order) {
      const { indices, values } = vectors[example]!;
      margins.set(bias);
      for (let at = 0; at < indices.length; at++) {
        const value = values[at]!;
        const row = indices[at]! * classes;
        for (let k = 0; k < classes; k++) margins[k]! += value * weights[row + k]!;
      }
      let changes = 0;
      const own = labels[example]!;
      for (let k = 0; k < classes; k++) {
        const sign = k === own ? 1 : -1;
        const place = example * classes + k;
        const dual = duals[place]!;
        const penalty = 1 / (2 * cost * importance[example]! * (k === own ? positiveCost[k]! : 1));
        const gradient = sign * margins[k]! - 1 + dual * penalty;
        if (dual === 0 && gradient >= 0) continue;
        const next = Math.max(0, dual - gradient / (squares[example]! + penalty));
        if (Math.abs(next - dual) < 1e-9) continue;
        duals[place] = next;
        changed[changes] = k;
        steps[changes++] = (next - dual) * sign;
      }
      if (changes === 0) continue;
      for (let c = 0; c < changes; c++) bias[changed[c]!]! += steps[c]!;
      for (let at = 0; at < indices.length; at++) {
        const value = values[at]!;
        const row = indices[at]! * classes;
        for (let c = 0; c < changes; c++) weights[row + changed[c]!]! += value * steps[c]!;
      }
    }
  }
  return { classes, weights, bias };
}
