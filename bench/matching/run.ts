import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONTENDERS } from './contender.js';
import { hasCorpora, TRIALS, type Trial } from './corpora.js';
import type { TrialResult } from './oneTrial.js';

/** Typing errors may cost ours this much, in points of accuracy. */
const TYPING_COST = 3;

const { values } = parseArgs({
  options: {
    contender: { type: 'string', multiple: true },
    trial: { type: 'string', multiple: true },
  },
});

if (!hasCorpora()) {
  console.error('The corpora are not at hand: set CORPORA to their folder.');
  process.exit(2);
}

const failures: string[] = [];
console.log(
  '| corpus | contender | accuracy | with typing errors | out-of-scope recall | train s | p50 ms | p99 ms | MB |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const trial of TRIALS.filter(({ name }) => !values.trial || values.trial.includes(name))) {
  for (const contender of values.contender ?? Object.keys(CONTENDERS)) {
    const result = await runApart(contender, trial);
    console.log(toLine(trial, contender, result));
    if (contender === 'ours' && result) failures.push(...judge(trial, result));
  }
}
for (const failure of failures) console.error(`Below the floor: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function runApart(contender: string, trial: Trial): Promise<TrialResult | undefined> {
  return new Promise((resolve) => {
    const child = fork(
      fileURLToPath(new URL('oneTrial.ts', import.meta.url)),
      [contender, trial.name],
      {
        execArgv: ['--import', 'tsx', '--expose-gc'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    let result: TrialResult | undefined;
    child.on('message', (message) => (result = message as TrialResult));
    child.on('exit', () => resolve(result));
  });
}

function toLine(trial: Trial, contender: string, result: TrialResult | undefined): string {
  if (!result) return `| ${trial.name} | ${contender} | failed | | | | | | |`;
  const { clean, withErrors, trainSeconds, memoryMb } = result;
  const recall = clean.outOfScopeRecall;
  const cells = [
    trial.name,
    contender,
    clean.accuracy.toFixed(1),
    withErrors.accuracy.toFixed(1),
    recall === undefined ? '' : recall.toFixed(1),
    trainSeconds.toFixed(1),
    clean.medianMs.toFixed(2),
    clean.p99Ms.toFixed(2),
    memoryMb.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

function judge(trial: Trial, { clean, withErrors }: TrialResult): string[] {
  const recall = clean.outOfScopeRecall ?? 100;
  const marks: [what: string, reached: number, floor: number][] = [
    ['accuracy', clean.accuracy, trial.floor ?? 0],
    ['out-of-scope recall', recall, trial.outOfScopeFloor ?? 0],
    ['accuracy with typing errors', withErrors.accuracy, clean.accuracy - TYPING_COST],
  ];
  return marks
    .filter(([, reached, floor]) => reached < floor)
    .map(([what, reached, floor]) => {
      return `${trial.name}: ${what} ${reached.toFixed(1)} under ${floor.toFixed(1)}`;
    });
}
