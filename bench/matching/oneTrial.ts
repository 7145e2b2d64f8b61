import { loadContender } from './contender.js';
import { readTrial, TRIALS } from './corpora.js';
import { measure, type Marks } from './measure.js';
import { createTypist } from './typingErrors.js';

/**
 * Asked once a seed: a single draw of errors over 250 questions swings by more than a point, which
 * one over some thousand does not.
 */
const TYPING_SEEDS = [7, 8, 9, 10];
const ENOUGH_QUESTIONS = 1000;

/** What one contender reached in one trial. */
export interface TrialResult {
  clean: Marks;
  withErrors: Marks;
  trainSeconds: number;
  /** Memory that the trained classifier holds, in MB. */
  memoryMb: number;
}

/** A process of its own for each contender and trial, so that memory and warm-up are its own. */
const [contenderName, trialName] = process.argv.slice(2);
const trial = TRIALS.find(({ name }) => name === trialName)!;
const { learn, ask } = readTrial(trial);
const seeds = TYPING_SEEDS.slice(0, Math.ceil(ENOUGH_QUESTIONS / ask.length));
const contender = await loadContender(contenderName!);
const before = memoryMb();
const startMs = performance.now();
const classify = await contender.train(learn, trial.language);
const trainSeconds = (performance.now() - startMs) / 1000;
const held = memoryMb() - before;
// The first texts warm up, for everybody.
await measure(classify, ask.slice(0, 50));
const result: TrialResult = {
  clean: await measure(classify, ask),
  withErrors: await measure(
    classify,
    seeds.flatMap((seed) => {
      const type = createTypist(seed);
      return ask.map((row) => ({ ...row, text: type(row.text) }));
    }),
  ),
  trainSeconds,
  memoryMb: held,
};
process.send?.(result);

function memoryMb(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return (heapUsed + Math.max(arrayBuffers, external)) / 1e6;
}
