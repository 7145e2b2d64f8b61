import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** How a bot is started, and where it then listens. */
export interface BotProgram {
  script: string;
  port: number;
  /** Added to the bench's own environment; `PORT` is given. */
  env?: Record<string, string>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The helper as it was built, with the content and the trained models of this checkout.
 * @param dataFolder for its database, which it shares with nobody
 */
export function builtHelper(
  port: number,
  dataFolder: string,
  env: Record<string, string> = {},
): BotProgram {
  return {
    script: join(root, 'dist/index.js'),
    port,
    env: {
      CONTENT_FOLDER: root,
      CACHE_FOLDER: join(root, '.data/cache'),
      DATA_FOLDER: dataFolder,
      ...env,
    },
  };
}

/** A bot that answers on /readyz. */
export interface StartedBot {
  /** Milliseconds from the spawn to the first 200 on /readyz. */
  readyMs: number;
  /** Posts one activity; resolves to the HTTP status. */
  post(activity: unknown): Promise<number>;
  /** What of it lies in memory now, in MB. */
  residentMb(): number;
  /** What it has used of the processors so far, all its threads together; NaN but on Linux. */
  cpuMs(): number;
  stop(): Promise<void>;
}

const POLL_MS = 4;
const GIVE_UP_MS = 60_000;

/**
 * Starts a bot and waits until it is ready.
 * @throws Error when it ends or is not ready within a minute; the error holds what it printed
 */
export async function startBot({ script, port, env = {} }: BotProgram): Promise<StartedBot> {
  const spawned = performance.now();
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const pid = child.pid ?? 0;
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = once(child, 'exit');

  while ((await ask(port, 'GET', '/readyz').catch(() => 0)) !== 200) {
    const tooLong = performance.now() - spawned > GIVE_UP_MS;
    if (tooLong) child.kill('SIGKILL');
    if (tooLong || child.exitCode !== null) throw new Error(`${script} did not start:\n${printed}`);
    await sleep(POLL_MS);
  }
  return {
    readyMs: performance.now() - spawned,
    post: (activity) => ask(port, 'POST', '/api/messages', JSON.stringify(activity)),
    residentMb: () => residentKb(pid) / 1024,
    cpuMs: () => cpuTicks(pid) * TICK_MS,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Plain `http`, because the first `fetch` of a process takes tens of milliseconds itself. */
function ask(port: number, method: string, path: string, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', Connection: 'close' };
    const req = request({ host: '127.0.0.1', port, method, path, headers }, (res) => {
      res.resume();
      res.once('end', () => resolve(res.statusCode ?? 0));
    });
    req.once('error', reject);
    req.end(body);
  });
}

/** Linux counts in hundredths of a second, whatever the machine (proc_pid_stat(5)). */
const TICK_MS = 10;

function cpuTicks(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function residentKb(pid: number): number {
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  }
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)]).stdout.toString());
}
