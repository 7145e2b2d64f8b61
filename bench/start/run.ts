// The start of the program beside that of a bare echo bot on the same stack: time until it is
// ready, and memory. Both are started in turn, so that whatever else the machine does hits both.
//
//   npm run bench:start -- [--rounds 9]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startFakeConnector, type FakeConnector } from '../../test/fakes/fakeConnector.js';
import { chatMessage } from '../chatMessage.js';
import { builtHelper, startBot, type BotProgram } from './startedBot.js';
import { quantile } from '../quantile.js';

/** At most this many times what the echo bot takes. */
const TARGET_RATIO = 1.5;
const TARGET_FIRST_ANSWER_MS = 1000;
const MESSAGES = 50;
const PORT = 39_781;

interface Run {
  readyMs: number;
  readyMb: number;
  firstAnswerMs: number;
  usedMb: number;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const questions = ['en', 'fr', 'de', 'it', 'es', 'nl'].flatMap((language) =>
  readFileSync(join(root, `test/held-out/${language}.jsonl`), 'utf8')
    .split('\n', 10)
    .map((line) => (JSON.parse(line) as { text: string }).text),
);

async function runOnce(bot: BotProgram, connector: FakeConnector, round: number): Promise<Run> {
  const started = await startBot(bot);
  const readyMb = started.residentMb();
  // Ten apart, so that the first question comes in another language each round.
  const textOf = (at: number): string => questions[(round * 10 + at) % questions.length] ?? '';
  const post = async (at: number): Promise<void> => {
    const before = connector.delivered.length;
    const status = await started.post(chatMessage('Ana', textOf(at), connector.url));
    if (status >= 300 || connector.delivered.length === before) {
      throw new Error(`no answer to "${textOf(at)}" (HTTP ${status})`);
    }
  };
  const asked = performance.now();
  await post(0);
  const firstAnswerMs = performance.now() - asked;
  for (let at = 1; at < MESSAGES; at++) await post(at);
  const usedMb = started.residentMb();
  await started.stop();
  return { readyMs: started.readyMs, readyMb, firstAnswerMs, usedMb };
}

function median(runs: readonly Run[], figure: keyof Run): number {
  return quantile(
    runs.map((run) => run[figure]),
    0.5,
  );
}

/** Prints one line, and says whether the figure is as good as it has to be. */
function report(
  label: string,
  unit: string,
  [echo, ours]: [number, number],
  most: number,
): boolean {
  const ratio = ours / echo;
  const good = most < 10 ? ratio <= most : ours <= most;
  const target = most < 10 ? `${most} times` : `${most} ${unit}`;
  console.log(
    [
      label.padEnd(30),
      `${echo.toFixed(0)} ${unit}`.padStart(9),
      `${ours.toFixed(0)} ${unit}`.padStart(9),
      ratio.toFixed(2).padStart(7),
      good ? '' : `   over the target of ${target}`,
    ].join(' '),
  );
  return good;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const rounds = Number(values.rounds);
const dataFolder = mkdtempSync(join(tmpdir(), 'bench-start-'));
const connector = await startFakeConnector();
const echoBot = { script: join(root, 'bench/start/echoBot.js'), port: PORT };
const helper = builtHelper(PORT + 1, dataFolder);
const echoRuns: Run[] = [];
const ourRuns: Run[] = [];
try {
  // Not counted: makes the database and the model, and brings the files into memory.
  for (const bot of [echoBot, helper]) await runOnce(bot, connector, 0);
  for (let round = 0; round < rounds; round++) {
    echoRuns.push(await runOnce(echoBot, connector, round));
    ourRuns.push(await runOnce(helper, connector, round));
  }
} finally {
  await connector.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

console.log(
  `${'Medians of'.padEnd(11)} ${`${rounds} starts`.padEnd(18)}  echo bot    helper   ratio`,
);
const of = (figure: keyof Run): [number, number] => [
  median(echoRuns, figure),
  median(ourRuns, figure),
];
const results = [
  report('spawn to ready', 'ms', of('readyMs'), TARGET_RATIO),
  report('memory when ready', 'MB', of('readyMb'), TARGET_RATIO),
  report(`memory after ${MESSAGES} messages`, 'MB', of('usedMb'), TARGET_RATIO),
  report('first answer, asked at once', 'ms', of('firstAnswerMs'), TARGET_FIRST_ANSWER_MS),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
