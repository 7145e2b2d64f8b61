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
import { builtHelper, startBot, type StartedBot } from '../start/startedBot.js';
import { quantile } from '../quantile.js';
import { drive, type Load, type LoadResult } from './drive.js';
import { reportMemory } from './reportMemory.js';
import { activityOf } from './questions.js';
import { startQuickConnector } from './quickConnector.js';

/** Below those that the system gives to outgoing connections, of which there are many here. */
const ECHO_PORT = 23_790;
const OWN_PORTS = [23_791, 23_792] as const;
/**
 * How many at once, and how many in all: enough for a hundredth to be some messages, and few enough
 * for both bots to meet the same weather on a machine that others use.
 */
const LOADS = [
  { concurrency: 1, messages: 200 },
  { concurrency: 16, messages: 600 },
  { concurrency: 256, messages: 1500 },
];
/** Posted before anything is measured, so that both have compiled what they run. */
const WARM_UP = { concurrency: 16, messages: 2000 };
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
/** People go on asking where they left off: no load is the repetition of another. */
let asked = 0;
const nextActivities = ({ messages }: { messages: number }): Load['activity'] => {
  const from = asked;
  asked += messages;
  return (at) => activityOf(from + at, connector.url);
};
const folders: string[] = [];

const startOwn = (port: number, env: Record<string, string> = {}): Promise<StartedBot> => {
  const folder = mkdtempSync(join(tmpdir(), 'helper-load-'));
  folders.push(folder);
  // As with credentials; local mode knows no limits.
  const limits = { MESSAGES_PER_PERSON: '30', MESSAGES_PER_THREAD: '120' };
  return startBot(builtHelper(port, folder, { LOG_LEVEL: 'warn', ...limits, ...env }));
};

/** A bot under load: where it listens, and its processes. */
interface Contestant {
  ports: readonly number[];
  processes: readonly StartedBot[];
}

interface Measured extends LoadResult {
  /** Microseconds of processor time a message, of all its processes: noise leaves it alone. */
  cpuUs: number;
  /** Messages that nothing was said to. */
  unanswered: number;
}

async function measure(
  { ports, processes }: Contestant,
  load: Omit<Load, 'ports' | 'activity'>,
  activity: Load['activity'],
): Promise<Measured> {
  const cpuMs = (): number => processes.reduce((sum, process) => sum + process.cpuMs(), 0);
  const before = { cpuMs: cpuMs(), received: connector.received() };
  const result = await drive({ ports, ...load, activity });
  return {
    ...result,
    cpuUs: ((cpuMs() - before.cpuMs) * 1000) / load.messages,
    unanswered: load.messages - (connector.received() - before.received),
  };
}

const figuresOf = ({ perSecond, p50Ms, p99Ms, cpuUs }: Measured): string =>
  `${perSecond.toFixed(0).padStart(5)}/s  p50 ${p50Ms.toFixed(1).padStart(6)} ms  p99 ${p99Ms.toFixed(1).padStart(6)} ms  ` +
  `${cpuUs.toFixed(0).padStart(5)} µs`;

/** Loads the echo bot and ours in turn; says whether ours keeps up. */
async function compare(label: string, echo: Contestant, own: Contestant): Promise<boolean> {
  let good = true;
  for (const contestant of [echo, own]) await measure(contestant, WARM_UP, nextActivities(WARM_UP));
  for (const load of LOADS) {
    const rounds: { echo: Measured; own: Measured }[] = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      const activity = nextActivities(load);
      const measured = {
        echo: await measure(echo, load, activity),
        own: await measure(own, load, activity),
      };
      rounds.push(measured);
      console.log(`  echo ${figuresOf(measured.echo)}   ours ${figuresOf(measured.own)}`);
      const { failures, unanswered } = measured.own;
      if (failures.size === 0 && unanswered <= 0) continue;
      good = false;
      console.log(`  ${unanswered} unanswered; by status:`, Object.fromEntries(failures));
    }
    const ratio = (figure: 'perSecond' | 'p99Ms' | 'cpuUs'): number =>
      quantile(
        rounds.map(({ echo: its, own: ours }) => ours[figure] / its[figure]),
        0.5,
      );
    const keepsUp = ratio('perSecond') >= LEAST_THROUGHPUT && ratio('p99Ms') <= MOST_P99;
    good &&= keepsUp;
    console.log(
      `${label}, ${load.concurrency} at once: throughput ${ratio('perSecond').toFixed(2)} (at least ${LEAST_THROUGHPUT}), ` +
        `p99 ${ratio('p99Ms').toFixed(2)} (at most ${MOST_P99}), processor ${ratio('cpuUs').toFixed(2)} ` +
        `of the echo bot's: ${keepsUp ? 'good' : 'NOT GOOD'}`,
    );
  }
  return good;
}

let good = true;
const leftovers: (() => Promise<void>)[] = [];
/** Stops it at the end, however the end comes; stopping twice does nothing. */
const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const started = await starting;
  leftovers.unshift(() => started.stop());
  return started;
};
try {
  const ports = OWN_PORTS.slice(0, 1);
  if (values.memory !== undefined) {
    const own = await started(startOwn(OWN_PORTS[0]));
    await reportMemory(own, Number(values.memory), (messages) =>
      drive({ ports, concurrency: 16, messages, activity: nextActivities({ messages }) }),
    );
  } else {
    const script = join(root, 'bench/start/echoBot.js');
    const echo = {
      ports: [ECHO_PORT],
      processes: [await started(startBot({ script, port: ECHO_PORT }))],
    };
    const first = await started(startOwn(OWN_PORTS[0]));
    good = await compare('SQLite', echo, { ports, processes: [first] });
    await first.stop();
    if (values.postgres) {
      const server = await started(startPostgres({ durable: true }));
      const env = { DATABASE_URL: await server.freshUrl() };
      const one = await started(startOwn(OWN_PORTS[0], env));
      const single = { ports, processes: [one] };
      good = (await compare('PostgreSQL, one replica', echo, single)) && good;
      const two = await started(startOwn(OWN_PORTS[1], env));
      const pair = { ports: OWN_PORTS, processes: [one, two] };
      good = (await compare('PostgreSQL, two replicas', echo, pair)) && good;
    }
  }
} finally {
  for (const stop of leftovers) await stop();
  await connector.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = good ? 0 : 1;
