/** A matrix of features × classes that keeps what is not zero, row by row. */
export interface SparseRows {
  /** Row f lies at offsets[f] … offsets[f + 1]. */
  offsets: Uint32Array;
  /** The class of each entry. */
  targets: Uint16Array;
  values: Float32Array;
}

/** Collects entries in any order and sorts them into rows. */
export class SparseRowsBuilder {
  #rows = new Uint32Array(1 << 16);
  #targets = new Uint16Array(1 << 16);
  #values = new Float32Array(1 << 16);
  #size = 0;

  add(row: number, target: number, value: number): void {
    if (this.#size === this.#rows.length) this.#grow();
    this.#rows[this.#size] = row;
    this.#targets[this.#size] = target;
    this.#values[this.#size++] = value;
  }

  build(rows: number): SparseRows {
    const offsets = new Uint32Array(rows + 1);
    for (let at = 0; at < this.#size; at++) offsets[this.#rows[at]! + 1]!++;
    for (let row = 0; row < rows; row++) offsets[row + 1]! += offsets[row]!;
    const next = offsets.slice();
    const targets = new Uint16Array(this.#size);
    const values = new Float32Array(this.#size);
    for (let at = 0; at < this.#size; at++) {
      const place = next[this.#rows[at]!]!++;
      targets[place] = this.#targets[at]!;
      values[place] = this.#values[at]!;
    }
    return { offsets, targets, values };
  }

  #grow(): void {
    const size = this.#rows.length * 2;
    const rows = new Uint32Array(size);
    rows.set(this.#rows);
    this.#rows = rows;
    const targets = new Uint16Array(size);
    targets.set(this.#targets);
    this.#targets = targets;
    const values = new Float32Array(size);
    values.set(this.#values);
    this.#values = values;
  }
}

/** Adds `share` times a row to `sums`, one a class. */
export function addSparseRow(
  { offsets, targets, values }: SparseRows,
  row: number,
  share: number,
  sums: Float64Array,
): void {
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
    sums[targets[at]!]! += share * values[at]!;
  }
}
