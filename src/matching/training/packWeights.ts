import type { Calibration } from '../calibrate.js';
import type { SparseWeights } from '../SparseWeights.js';
import type { ClassCounts } from './countClasses.js';
import { addSparseRow } from './SparseRows.js';
import type { SvmWeights } from './trainSvm.js';

/**
 * Joins both learners' weights as the calibration weighs them, and packs them.
 * @param leastShare share of a row's strongest weight below which a weight is dropped
 */
export function packWeights(
  svm: SvmWeights,
  counts: ClassCounts,
  { topic, none }: Calibration,
  leastShare: number,
): SparseWeights {
  const classes = svm.bias.length;
  const features = svm.rows.offsets.length - 1;
  const share = (k: number): { margin: number; ratio: number } =>
    k === classes - 1 ? none : topic;
  const margins = new Float64Array(classes);
  const ratios = new Float64Array(classes);
  const offsets = new Uint32Array(features + 1);
  const entries: number[] = [];
  const scales = new Float32Array(features);
  for (let feature = 0; feature < features; feature++) {
    const touched = new Set<number>();
    for (const { offsets: starts, targets: own } of [svm.rows, counts.rows]) {
      for (let at = starts[feature]!; at < starts[feature + 1]!; at++) touched.add(own[at]!);
    }
    addSparseRow(svm.rows, feature, 1, margins);
    addSparseRow(counts.rows, feature, 1, ratios);
    const joined: [target: number, weight: number][] = [];
    let strongest = 0;
    for (const k of touched) {
      const weight = share(k).margin * margins[k]! + share(k).ratio * ratios[k]!;
      joined.push([k, weight]);
      strongest = Math.max(strongest, Math.abs(weight));
      margins[k] = 0;
      ratios[k] = 0;
    }
    const scale = strongest / 127;
    for (const [target, weight] of joined) {
      if (Math.abs(weight) <= leastShare * strongest) continue;
      entries.push((target << 8) | (Math.round(weight / scale) & 0xff));
    }
    scales[feature] = scale;
    offsets[feature + 1] = entries.length;
  }
  return {
    classes,
    bias: svm.bias.map((bias, k) => share(k).margin * bias),
    mass: counts.mass.map((mass, k) => share(k).ratio * mass),
    offsets,
    entries: classes <= 256 ? Uint16Array.from(entries) : Uint32Array.from(entries),
    scales,
  };
}
