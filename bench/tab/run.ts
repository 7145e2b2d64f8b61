// The tab: what its first load weighs, and how quickly the API answers with ten thousand cases and
// a year of counts in the store, beside a bare restify route. Both servers run at once and are asked
// in turn, one request after the other, so that whatever else the machine does hits both.
//
//   npm run bench:tab -- [--requests 300]
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort } from '../../src/cli/playground/freePort.js';
import { quantile } from '../quantile.js';
import { builtHelper, startBot, type StartedBot } from '../start/startedBot.js';
import { measureFirstLoad } from './firstLoad.js';
import { seedStore } from './seedStore.js';

const MOST_FIRST_LOAD_BYTES = 250 * 1024;
const WARM_UP = 30;
const WAITING = 'cases?states=open,reopened,claimed&limit=100';
const ROUTES = {
  'cases, the newest': `${WAITING}&order=newest`,
  'cases, the last of 10,000': `${WAITING}&order=newest&offset=9900`,
  'cases, the most asked': `${WAITING}&order=most-asked`,
  'cases, by a word': `${WAITING}&search=padlock`,
  topics: 'topics',
  'insights, 30 days': 'insights?days=30',
  'insights, a year': 'insights?days=366',
};

const { values } = parseArgs({ options: { requests: { type: 'string', default: '300' } } });
const root = fileURLToPath(new URL('../../', import.meta.url));
const [barePort, ownPort] = [await freePort(), await freePort()];
const agent = new Agent({ keepAlive: true });

interface Answer {
  ms: number;
  bytes: number;
}

/** @throws Error when the answer is not a good one: its time would mean nothing */
function ask(port: number, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = performance.now();
    const headers = { 'X-Local-Role': 'admin' };
    const options = { agent, host: '127.0.0.1', port, path: `/api/${path}`, headers };
    get(options, (res) => {
      let bytes = 0;
      res.on('data', (chunk: Buffer) => (bytes += chunk.length));
      res.once('end', () => {
        if (res.statusCode === 200) resolve({ ms: performance.now() - asked, bytes });
        else reject(new Error(`${path} was answered with ${res.statusCode}`));
      });
    }).once('error', reject);
  });
}

function timeOf(answers: readonly Answer[], share: number): number {
  return quantile(
    answers.map(({ ms }) => ms),
    share,
  );
}

async function measureApi(requests: number): Promise<void> {
  const bare: Answer[] = [];
  const own = new Map(Object.keys(ROUTES).map((name) => [name, [] as Answer[]]));
  for (let round = -WARM_UP; round < requests; round++) {
    for (const [name, path] of Object.entries(ROUTES)) {
      const floor = await ask(barePort, 'bare');
      const answer = await ask(ownPort, path);
      if (round < 0) continue;
      bare.push(floor);
      own.get(name)?.push(answer);
    }
  }
  const line = (name: string, answers: readonly Answer[]): void => {
    const [p50, p95] = [timeOf(answers, 0.5), timeOf(answers, 0.95)];
    const ratio = (ms: number, share: number) => (ms / timeOf(bare, share)).toFixed(1).padStart(6);
    console.log(
      `${name.padEnd(28)} p50 ${p50.toFixed(1).padStart(6)} ms (${ratio(p50, 0.5)} times bare)` +
        `   p95 ${p95.toFixed(1).padStart(6)} ms (${ratio(p95, 0.95)} times bare)` +
        `   ${((answers[0]?.bytes ?? 0) / 1024).toFixed(1).padStart(6)} KB`,
    );
  };
  line('a bare restify route', bare);
  for (const [name, answers] of own) line(name, answers);
}

const folder = mkdtempSync(join(tmpdir(), 'helper-tab-'));
const running: StartedBot[] = [];
try {
  await seedStore(join(folder, 'helper.sqlite'));
  running.push(await startBot({ script: join(root, 'bench/tab/bareRoute.js'), port: barePort }));
  running.push(await startBot(builtHelper(ownPort, folder, { LOG_LEVEL: 'warn' })));
  const { files, bytes } = await measureFirstLoad(`http://127.0.0.1:${ownPort}`);
  const good = bytes <= MOST_FIRST_LOAD_BYTES;
  if (!good) process.exitCode = 1;
  console.log(
    `first load, packed: ${(bytes / 1024).toFixed(1)} KB in ${files} files ` +
      `(at most ${MOST_FIRST_LOAD_BYTES / 1024} KB): ${good ? 'good' : 'NOT GOOD'}`,
  );
  await measureApi(Number(values.requests));
} finally {
  agent.destroy();
  for (const bot of running) await bot.stop();
  rmSync(folder, { recursive: true, force: true });
}
