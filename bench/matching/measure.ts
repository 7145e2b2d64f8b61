import type { Classifier, Guess, Row } from './contender.js';

const FALSE_REJECTIONS = 0.05;

/** What a classifier reached on a set of texts. */
export interface Marks {
  /** Share of the texts in scope whose intent was found, in percent. */
  accuracy: number;
  /** Share of the texts out of scope refused when 5 % of those in scope are, in percent. */
  outOfScopeRecall: number | undefined;
  medianMs: number;
  p99Ms: number;
}

/** Asks every text and marks the guesses. */
export async function measure(classify: Classifier, rows: Row[]): Promise<Marks> {
  const guesses: Guess[] = [];
  const times: number[] = [];
  for (const { text } of rows) {
    const startMs = performance.now();
    guesses.push(await classify(text));
    times.push(performance.now() - startMs);
  }
  times.sort((a, b) => a - b);
  const inScope = rows.flatMap(({ intent }, at) => (intent === undefined ? [] : [at]));
  const right = inScope.filter((at) => guesses[at]!.intent === rows[at]!.intent);
  const scores = inScope.map((at) => guesses[at]!.score).sort((a, b) => a - b);
  const threshold = scores[Math.floor(scores.length * FALSE_REJECTIONS)]!;
  const outside = guesses.filter((_, at) => rows[at]!.intent === undefined);
  return {
    accuracy: (100 * right.length) / inScope.length,
    outOfScopeRecall:
      outside.length >= 20
        ? (100 * outside.filter(({ score }) => score < threshold).length) / outside.length
        : undefined,
    medianMs: times[times.length >> 1]!,
    p99Ms: times[Math.floor(times.length * 0.99)]!,
  };
}
