import type { LinearWeights } from './trainSvm.js';

/**
 * Weights as the model keeps them: a feature's row lists the classes it speaks for or against, as
 * signed bytes times the row's scale. A third of the size of floats, and equal in accuracy.
 */
export interface SparseWeights {
  classes: number;
  bias: Float32Array;
  /** Row f lies at offsets[f] … offsets[f + 1]. */
  offsets: Uint32Array;
  targets: Uint16Array;
  values: Int8Array;
  scales: Float32Array;
}

/** Which features to keep, and at which share of a row's strongest weight a weight is dropped. */
export interface PackOptions {
  leastWeight: number;
  leastShare: number;
}

/**
 * Packs trained weights. A feature whose weights all stay under `leastWeight` is dropped.
 * @returns the packed weights, and the numbers of the features kept, in the order of their rows
 */
export function packWeights(
  { classes, weights, bias }: LinearWeights,
  { leastWeight, leastShare }: PackOptions,
): { packed: SparseWeights; kept: Int32Array } {
  const features = weights.length / classes;
  const kept: number[] = [];
  const offsets = [0];
  const targets: number[] = [];
  const values: number[] = [];
  const scales: number[] = [];
  for (let feature = 0; feature < features; feature++) {
    const row = feature * classes;
    let strongest = 0;
    for (let k = 0; k < classes; k++) strongest = Math.max(strongest, Math.abs(weights[row + k]!));
    if (strongest <= leastWeight) continue;
    const scale = strongest / 127;
    for (let k = 0; k < classes; k++) {
      const value = Math.round(weights[row + k]! / scale);
      if (Math.abs(value) < leastShare * 127) continue;
      targets.push(k);
      values.push(value);
    }
    kept.push(feature);
    scales.push(scale);
    offsets.push(targets.length);
  }
  return {
    kept: Int32Array.from(kept),
    packed: {
      classes,
      bias,
      offsets: Uint32Array.from(offsets),
      targets: Uint16Array.from(targets),
      values: Int8Array.from(values),
      scales: Float32Array.from(scales),
    },
  };
}

/** Adds `share` times a feature's weights for every class to `margins`. */
export function addRow(
  { offsets, targets, values, scales }: SparseWeights,
  feature: number,
  share: number,
  margins: Float64Array,
): void {
  const factor = share * scales[feature]!;
  for (let at = offsets[feature]!; at < offsets[feature + 1]!; at++) {
    margins[targets[at]!]! += factor * values[at]!;
  }
}
