import type { Calibration } from './model.js';

/** Margins of one text, as the calibration sees it. */
export interface Scored {
  /** One a topic, and last the margin of "none of these". */
  margins: Float64Array;
  /** Share of the text's weight that the model knows. */
  known: number;
  words: number;
}

const NEWTON_STEPS = 12;
/** Candidates beyond the best few cannot win and only cost time. */
const MOST_CANDIDATES = 12;
const RIDGE = 1e-3;

/**
 * Probability of each topic, and last of none, from the margins: a conditional logit whose "none"
 * grows with its own margin and with what is unknown about the text.
 */
export function toProbabilities(calibration: Calibration, scored: Scored): Float64Array {
  const none = scored.margins.length - 1;
  const logits = scored.margins.map((margin, k) =>
    dot(calibration, k === none ? noneTerms(margin, scored) : topicTerms(margin)),
  );
  return softmax(logits);
}

/**
 * Fits the calibration to texts that the weights have not seen, by Newton's method.
 * @param labels the class of each text: a topic's number, or `margins.length - 1` for none
 */
export function fitCalibration(scored: Scored[], labels: ArrayLike<number>): Calibration {
  let parameters = [3, 0, 3, 1, 0];
  const size = parameters.length;
  const cases = scored.map((text, at) => candidatesOf(text, labels[at]!));
  let lastLoss = Infinity;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const gradient = parameters.map((parameter) => RIDGE * parameter);
    const hessian = parameters.map((_, row) =>
      parameters.map((__, column) => (row === column ? RIDGE : 0)),
    );
    let loss = 0;
    for (const { terms, right } of cases) {
      const chances = softmax(Float64Array.from(terms, (term) => dot(parameters, term)));
      loss -= Math.log(Math.max(1e-12, chances[right]!));
      const mean = new Array<number>(size).fill(0);
      terms.forEach((term, at) => term.forEach((x, p) => (mean[p]! += chances[at]! * x)));
      for (let p = 0; p < size; p++) gradient[p]! += mean[p]! - terms[right]![p]!;
      terms.forEach((term, at) => {
        for (let p = 0; p < size; p++) {
          const weight = chances[at]! * (term[p]! - mean[p]!);
          for (let q = 0; q < size; q++) hessian[p]![q]! += weight * (term[q]! - mean[q]!);
        }
      });
    }
    if (Math.abs(lastLoss - loss) < 1e-6 * loss) break;
    lastLoss = loss;
    const move = solve(hessian, gradient);
    parameters = parameters.map((parameter, p) => parameter - Math.max(-3, Math.min(3, move[p]!)));
  }
  // A topic's margin must never count against it, whatever odd data was learned from.
  parameters[0] = Math.max(0.1, parameters[0]!);
  return parameters;
}

function topicTerms(margin: number): number[] {
  return [margin, 0, 0, 0, 0];
}

function noneTerms(margin: number, { known, words }: Scored): number[] {
  return [0, 1, margin, 1 - known, 1 / Math.max(1, words)];
}

function candidatesOf(scored: Scored, label: number): { terms: number[][]; right: number } {
  const none = scored.margins.length - 1;
  const best = Array.from(scored.margins.keys())
    .filter((k) => k !== none && k !== label)
    .sort((a, b) => scored.margins[b]! - scored.margins[a]!)
    .slice(0, MOST_CANDIDATES);
  const candidates = label === none ? [none, ...best] : [label, none, ...best];
  return {
    right: 0,
    terms: candidates.map((k) =>
      k === none ? noneTerms(scored.margins[k]!, scored) : topicTerms(scored.margins[k]!),
    ),
  };
}

function softmax(logits: Float64Array): Float64Array {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
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
    const lead = matrix[column]![column]!;
    if (Math.abs(lead) < 1e-12) continue;
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row]![column]! / lead;
      for (let k = column; k < size; k++) matrix[row]![k]! -= factor * matrix[column]![k]!;
      vector[row]! -= factor * vector[column]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = vector[row]!;
    for (let k = row + 1; k < size; k++) rest -= matrix[row]![k]! * solution[k]!;
    const lead = matrix[row]![row]!;
    solution[row] = Math.abs(lead) < 1e-12 ? 0 : rest / lead;
  }
  return solution;
}
