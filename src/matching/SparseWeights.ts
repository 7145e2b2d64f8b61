/**
 * What the model knows, ready to sum: a text's logits are `bias + Σ value · (row + mass)`. A row
 * lists the classes it speaks for or against, as signed bytes times the row's scale: a third of
 * the size of floats, and equal in accuracy.
 */
export interface SparseWeights {
  classes: number;
  bias: Float32Array;
  /** What every feature adds to a class, whatever feature it is. */
  mass: Float32Array;
  /** Row f lies at offsets[f] … offsets[f + 1]. */
  offsets: Uint32Array;
  /** Each entry holds its class above its weight's byte, side by side: one read from memory. */
  entries: Uint16Array | Uint32Array;
  scales: Float32Array;
}

/** Adds what a feature of this value says of every class to `logits`. */
export function addRow(
  { offsets, entries, scales }: SparseWeights,
  feature: number,
  value: number,
  logits: Float64Array,
): void {
  const factor = value * scales[feature]!;
  // Read once: the compiler cannot know that adding to the logits leaves it alone.
  const end = offsets[feature + 1]!;
  for (let at = offsets[feature]!; at < end; at++) {
    const entry = entries[at]!;
    logits[entry >>> 8]! += factor * ((entry << 24) >> 24);
  }
}
