const NEWTON_STEPS = 15;
/** Keeps parameters that the data says nothing of near where they start. */
const RIDGE = 1;
const LONGEST_STEP = 2;
const SETTLED = 1e-4;

/**
 * Fits a conditional logit by Newton's method: each case is a list of candidates' terms, the first
 * of which was right, and a candidate's chance grows with `Σ parameter · term`.
 * @returns one parameter a term
 */
export function fitChoice(cases: number[][][], start: readonly number[]): number[] {
  let parameters = [...start];
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const gradient = parameters.map((parameter, at) => RIDGE * (parameter - start[at]!));
    const hessian = parameters.map((_, row) =>
      parameters.map((__, column) => (row === column ? RIDGE : 0)),
    );
    for (const candidates of cases) addCase(candidates, parameters, gradient, hessian);
    const move = solve(hessian, gradient).map((x) =>
      Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, x)),
    );
    parameters = parameters.map((parameter, at) => parameter - move[at]!);
    if (move.every((x) => Math.abs(x) < SETTLED)) break;
  }
  return parameters;
}

/** Chances from logits. */
export function softmax(logits: Float64Array): Float64Array {
  let most = -Infinity;
  for (const logit of logits) if (logit > most) most = logit;
  const chances = new Float64Array(logits.length);
  let sum = 0;
  for (let at = 0; at < logits.length; at++) sum += chances[at] = Math.exp(logits[at]! - most);
  for (let at = 0; at < chances.length; at++) chances[at]! /= sum;
  return chances;
}

function addCase(
  candidates: number[][],
  parameters: number[],
  gradient: number[],
  hessian: number[][],
): void {
  const chances = softmax(Float64Array.from(candidates, (terms) => dot(parameters, terms)));
  const mean = parameters.map((_, p) =>
    candidates.reduce((sum, terms, at) => sum + chances[at]! * terms[p]!, 0),
  );
  for (let p = 0; p < parameters.length; p++) gradient[p]! += mean[p]! - candidates[0]![p]!;
  candidates.forEach((terms, at) => {
    for (let p = 0; p < parameters.length; p++) {
      const weight = chances[at]! * (terms[p]! - mean[p]!);
      if (weight === 0) continue;
      for (let q = 0; q < parameters.length; q++) {
        hessian[p]![q]! += weight * (terms[q]! - mean[q]!);
      }
    }
  });
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** Solves `matrix · x = vector` by Gaussian elimination with pivoting; both are consumed. */
function solve(matrix: number[][], vector: number[]): number[] {
  const size = vector.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    [vector[column], vector[pivot]] = [vector[pivot]!, vector[column]!];
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row]![column]! / matrix[column]![column]!;
      for (let k = column; k < size; k++) matrix[row]![k]! -= factor * matrix[column]![k]!;
      vector[row]! -= factor * vector[column]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = vector[row]!;
    for (let k = row + 1; k < size; k++) rest -= matrix[row]![k]! * solution[k]!;
    solution[row] = rest / matrix[row]![row]!;
  }
  return solution;
}
