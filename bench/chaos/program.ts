import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/cli/playground/freePort.js';
import { chatMessage } from '../chatMessage.js';
import { startFakeConnector, type FakeConnector } from '../../test/fakes/fakeConnector.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const clock = fileURLToPath(new URL('shiftedClock.js', import.meta.url));
const liveMemory = fileURLToPath(new URL('liveMemory.js', import.meta.url));
const START_WITHIN_MS = 60_000;
/** What "back" means: the dependency has returned, and people are answered again within that. */
const RECOVERY_MS = 5_000;
const QUESTION = 'my account is locked';

/** The program as a process of its own, and the Teams it talks to. */
export interface Program {
  connector: FakeConnector;
  dataFolder: string;
  /** Posts any body to `/api/messages`; resolves to the status, or 0 where nobody answered. */
  post(body: string): Promise<number>;
  /** Asks in a 1:1 chat of that person; resolves to the HTTP status. */
  ask(person: string, text: string, serviceUrl?: string): Promise<number>;
  /** Asks what the bot knows. @throws Error unless the right card answers it */
  expectAnswer(person: string): Promise<void>;
  /** Asks until the right card answers. @returns after how long; @throws Error after 5 s */
  expectRecovery(from: string): Promise<string>;
  /** Sets its clock, which must be `shiftable`, that much ahead of the machine's, or behind it. */
  shiftClock(ms: number): void;
  /** What is alive in its memory, in bytes, once the garbage is collected; it must be `watched`. */
  liveBytes(): Promise<number>;
  /** The status of `/readyz`, or 0. */
  readiness(): Promise<number>;
  /** Whether it has ended by itself. */
  hasEnded(): boolean;
  /** Everything it printed. */
  printed(): string;
  /** Ends it as a machine does that loses its power. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ProgramOptions {
  dataFolder?: string;
  /** Teams that outlives the program; one of its own where left out. */
  connector?: FakeConnector;
  /** Whether `shiftClock` may be used. */
  shiftable?: boolean;
  /** Whether `liveBytes` may be used. */
  watched?: boolean;
  env?: Record<string, string>;
  /** Whether to wait until it is ready; true where left out. */
  waiting?: boolean;
}

const running = new Set<ChildProcess>();

/** Ends whatever a scenario that failed has left running. */
export async function killLeftovers(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }),
  );
}

/** Starts the built program on a free port, in local mode. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const { env = {}, waiting = true } = options;
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'helper-chaos-'));
  const connector = options.connector ?? (await startFakeConnector());
  const port = await freePort();
  const shiftFile = join(dataFolder, 'clock-shift');
  if (options.shiftable) writeFileSync(shiftFile, '0');
  const preload = [
    ...(options.shiftable ? ['--import', clock] : []),
    ...(options.watched ? ['--expose-gc', '--import', liveMemory] : []),
  ];
  const child = spawn(process.execPath, [...preload, join(root, 'dist/index.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', options.watched ? 'ipc' : 'ignore'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_FOLDER: dataFolder,
      CACHE_FOLDER: join(root, '.data/cache'),
      LOG_LEVEL: 'warn',
      CLOCK_SHIFT_FILE: shiftFile,
      ...env,
    },
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  running.add(child);
  const ended = once(child, 'exit').finally(() => running.delete(child));
  const address = `http://127.0.0.1:${port}`;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  const post = (body: string): Promise<number> =>
    fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
  const readiness = (): Promise<number> =>
    fetch(`${address}/readyz`).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
  const ask: Program['ask'] = (person, text, serviceUrl = connector.url) =>
    post(JSON.stringify({ ...chatMessage(person, text, serviceUrl), locale: 'en-GB' }));
  const whyNoAnswer = async (person: string): Promise<string | undefined> => {
    const before = connector.delivered.length;
    const status = await ask(person, QUESTION);
    const said = JSON.stringify(connector.delivered.slice(before));
    if (status !== 0 && status < 300 && said.includes('account-locked')) return undefined;
    return `no answer (HTTP ${status}) for ${person}`;
  };
  const program: Program = {
    connector,
    dataFolder,
    post,
    ask,
    async expectAnswer(person) {
      const problem = await whyNoAnswer(person);
      if (problem !== undefined) throw new Error(problem);
    },
    async expectRecovery(from) {
      const began = performance.now();
      let problem: string | undefined = 'not asked';
      for (let tries = 0; problem !== undefined; tries += 1) {
        problem = await whyNoAnswer(`back-${from}-${tries}`);
        if (performance.now() - began > RECOVERY_MS) {
          throw new Error(`not back within 5 s of ${from}: ${problem ?? 'too late'}\n${printed}`);
        }
      }
      return `answers ${Math.round(performance.now() - began)} ms after ${from}`;
    },
    shiftClock: (ms) => writeFileSync(shiftFile, String(ms)),
    async liveBytes() {
      const told = once(child, 'message') as Promise<[number]>;
      child.send('live');
      const [bytes] = await Promise.race([told, ended.then(() => [Number.NaN])]);
      return bytes ?? Number.NaN;
    },
    readiness,
    hasEnded,
    printed: () => printed,
    async kill() {
      if (!hasEnded()) child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (!hasEnded()) child.kill('SIGTERM');
      await ended;
      await connector.close();
    },
  };
  if (!waiting) return program;
  if (!(await becomes(async () => hasEnded() || (await readiness()) === 200, START_WITHIN_MS))) {
    child.kill('SIGKILL');
    throw new Error(`the program did not become ready:\n${printed}`);
  }
  return program;
}

/** Waits until something holds; false when it does not in time. */
export async function becomes(
  holds: () => Promise<boolean> | boolean,
  withinMs: number,
): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > until) return false;
    await sleep(50);
  }
  return true;
}
