import { seededRandom } from '../text/hash.js';
import { SparseRowsBuilder, type SparseRows } from './SparseRows.js';
import type { SparseVector } from '../text/Vectorizer.js';

/** Classes that are trained together; their dense weights must fit into memory. */
const CLASSES_AT_ONCE = 256;
/** With more classes than fit at once, each group learns against this many examples of the rest. */
const NEGATIVES_A_GROUP = 6000;
/** Weights below this share of the cost are noise. */
const LEAST_WEIGHT = 1e-3;

export interface SvmOptions {
  /** Cost of an error; weighed by `importance` and, for positives, by √(negatives / positives). */
  cost: number;
  epochs: number;
  seed: number;
}

export interface SvmExamples {
  vectors: SparseVector[];
  /** Class of each example. */
  labels: Int32Array;
  /** What an error on the example counts for; 1 is the measure. */
  importance: Float32Array;
}

/** One-versus-rest weights of every class. */
export interface SvmWeights {
  rows: SparseRows;
  bias: Float32Array;
}

/**
 * Trains one L2-loss linear SVM a class against the rest, by dual coordinate descent
 * (Hsieh et al. 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM", algorithm 1).
 */
export function trainSvm(
  examples: SvmExamples,
  features: number,
  classes: number,
  options: SvmOptions,
): SvmWeights {
  const builder = new SparseRowsBuilder();
  const bias = new Float32Array(classes);
  const random = seededRandom(options.seed);
  for (let first = 0; first < classes; first += CLASSES_AT_ONCE) {
    const size = Math.min(CLASSES_AT_ONCE, classes - first);
    const group = groupOf(examples, first, size, classes, random);
    const dense = trainGroup(group, features, size, options, random);
    dense.weights.forEach((weight, at) => {
      if (Math.abs(weight) < LEAST_WEIGHT) return;
      builder.add(Math.floor(at / size), first + (at % size), weight);
    });
    bias.set(dense.bias, first);
  }
  return { rows: builder.build(features), bias };
}

/** The examples a group of classes learns from, labelled within the group; -1 is "none of these". */
function groupOf(
  examples: SvmExamples,
  first: number,
  size: number,
  classes: number,
  random: () => number,
): SvmExamples {
  if (size === classes) return examples;
  const keep = NEGATIVES_A_GROUP / examples.vectors.length;
  const chosen = [...examples.labels.keys()].filter((at) => {
    const label = examples.labels[at]! - first;
    return (label >= 0 && label < size) || random() < keep;
  });
  return {
    vectors: chosen.map((at) => examples.vectors[at]!),
    labels: Int32Array.from(chosen, (at) => {
      const label = examples.labels[at]! - first;
      return label < size ? label : -1;
    }),
    importance: Float32Array.from(chosen, (at) => examples.importance[at]!),
  };
}

/**
 * All classes of a group advance together over one pass of the data, so that a feature's weights
 * for all of them lie side by side in memory: `weights[feature * classes + class]`.
 */
function trainGroup(
  { vectors, labels, importance }: SvmExamples,
  features: number,
  classes: number,
  { cost, epochs }: SvmOptions,
  random: () => number,
): { weights: Float32Array; bias: Float32Array } {
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const duals = new Float32Array(vectors.length * classes);
  const squares = vectors.map(({ values }) =>
    values.reduce((sum, value) => sum + value * value, 1),
  );
  const positiveCost = positiveCosts(labels, classes);
  const order = Int32Array.from(vectors.keys());
  const margins = new Float64Array(classes);
  const changed = new Int32Array(classes);
  const steps = new Float32Array(classes);

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
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
      const base = 1 / (2 * cost * importance[example]!);
      for (let k = 0; k < classes; k++) {
        const sign = k === own ? 1 : -1;
        const place = example * classes + k;
        const dual = duals[place]!;
        const penalty = k === own ? base / positiveCost[k]! : base;
        const gradient = sign * margins[k]! - 1 + dual * penalty;
        if (dual === 0 && gradient >= 0) continue;
        const next = Math.max(0, dual - gradient / (squares[example]! + penalty));
        if (next === dual) continue;
        duals[place] = next;
        changed[changes] = k;
        steps[changes++] = (next - dual) * sign;
      }
      for (let c = 0; c < changes; c++) bias[changed[c]!]! += steps[c]!;
      for (let at = 0; at < indices.length; at++) {
        const value = values[at]!;
        const row = indices[at]! * classes;
        for (let c = 0; c < changes; c++) weights[row + changed[c]!]! += value * steps[c]!;
      }
    }
  }
  return { weights, bias };
}

function positiveCosts(labels: Int32Array, classes: number): Float64Array {
  const positives = new Float64Array(classes);
  for (const label of labels) if (label >= 0) positives[label]!++;
  return positives.map((count) => Math.sqrt((labels.length - count) / Math.max(1, count)) || 1);
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
}
