// Messages as Teams posts them, answered with everything on, beside a bare echo bot of the same
// stack. Both run at once and are loaded in turn, so that whatever else the machine does hits both;
// the machine's cores are shared by the bot and by what plays Teams.
//
//   npm run bench:load -- [--rounds 5] [--postgres] [--memory 200000]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../test/store/postgres.js';
import { startBot, type StartedBot } from '../start/startedBot.js';
import { drive, type LoadResult } from './drive.js';
import { reportMemory } from './reportMemory.js';
import { activityOf } from './questions.js';
import { startQuickConnector } from './quickConnector.js';

const ECHO_PORT = 39_790;
const OWN_PORTS = [39_791, 39_792];
/** How many at once, and how many in all: enough for a hundredth to be some messages. */
const LOADS = [
  { concurrency: 1, messages: 400 },
  { concurrency: 16, messages: 2000 },
  { concurrency: 256, messages: 3000 },
];
/** Posted before anything is measured, so that both have compiled what they run. */
const WARM_UP = { concurrency: 16, messages: 1000 };
const LEAST_THROUGHPUT = 0.85;
const MOST_P99 = 1.3;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    postgres: { type: 'boolean', default: false },
    memory: { type: 'string' },
  },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
const connector = await startQuickConnector();
const activity = (at: number) => activityOf(at, connector.url);
const folders: string[] = [];

const startOwn = (port: number, env: Record<string, string> = {}): Promise<StartedBot> => {
  const folder = mkdtempSync(join(tmpdir(), 'helper-load-'));
  folders.push(folder);
  return startBot({
    script: join(root, 'dist/index.js'),
    port,
    env: {
      LOG_LEVEL: 'warn',
      DATA_FOLDER: folder,
      CACHE_FOLDER: join(root, '.data/cache'),
      CONTENT_FOLDER: root,
      ...env,
    },
  });
};

function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

const figuresOf = ({ perSecond, p50Ms, p99Ms }: LoadResult): string =>
  `${perSecond.toFixed(0).padStart(5)}/s  p50 ${p50Ms.toFixed(1).padStart(6)} ms  p99 ${p99Ms.toFixed(1).padStart(6)} ms`;

/** Loads the echo bot and ours in turn; says whether ours keeps up. */
async function compare(label: string, ports: readonly number[]): Promise<boolean> {
  let good = true;
  await drive({ ports: [ECHO_PORT], ...WARM_UP, activity });
  await drive({ ports, ...WARM_UP, activity });
  for (const load of LOADS) {
    const throughput: number[] = [];
    const p99: number[] = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      const echo = await drive({ ports: [ECHO_PORT], ...load, activity });
      const own = await drive({ ports, ...load, activity });
      throughput.push(own.perSecond / echo.perSecond);
      p99.push(own.p99Ms / echo.p99Ms);
      console.log(`  echo ${figuresOf(echo)}   ours ${figuresOf(own)}`);
      if (own.failures.size > 0) {
        good = false;
        console.log('  refused, by status:', Object.fromEntries(own.failures));
      }
    }
    const keepsUp = median(throughput) >= LEAST_THROUGHPUT && median(p99) <= MOST_P99;
    good &&= keepsUp;
    console.log(
      `${label}, ${load.concurrency} at once: throughput ${median(throughput).toFixed(2)} (at least ${LEAST_THROUGHPUT}), ` +
        `p99 ${median(p99).toFixed(2)} (at most ${MOST_P99}) of the echo bot's: ${keepsUp ? 'good' : 'NOT GOOD'}`,
    );
  }
  return good;
}

let good = true;
const running: StartedBot[] = [];
try {
  if (values.memory !== undefined) {
    const own = await startOwn(OWN_PORTS[0] ?? 0);
    running.push(own);
    await reportMemory(own, Number(values.memory), (messages) =>
      drive({ ports: OWN_PORTS.slice(0, 1), concurrency: 16, messages, activity }),
    );
  } else {
    running.push(await startBot({ script: join(root, 'bench/start/echoBot.js'), port: ECHO_PORT }));
    const first = await startOwn(OWN_PORTS[0] ?? 0);
    good = await compare('SQLite', OWN_PORTS.slice(0, 1));
    await first.stop();
    if (values.postgres) {
      const server = await startPostgres();
      const env = { DATABASE_URL: await server.freshUrl() };
      const replicas = [await startOwn(OWN_PORTS[0] ?? 0, env)];
      good = (await compare('PostgreSQL, one replica', OWN_PORTS.slice(0, 1))) && good;
      replicas.push(await startOwn(OWN_PORTS[1] ?? 0, env));
      good = (await compare('PostgreSQL, two replicas', OWN_PORTS)) && good;
      for (const replica of replicas) await replica.stop();
      await server.stop();
    }
  }
} finally {
  for (const bot of running) await bot.stop();
  await connector.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = good ? 0 : 1;
