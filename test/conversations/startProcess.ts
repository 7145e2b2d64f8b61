import { spawn, type ChildProcess } from 'node:child_process';
import { CACHE_FOLDER } from '../cacheFolder.js';

/** The program as a process of its own. */
export interface RunningProcess {
  child: ChildProcess;
  /** What it has printed so far, its log included. */
  printed(): string;
  /** Its exit code, or the signal that ended it, once it has ended. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** The program as it stands in `src/`. */
const FROM_SOURCE = ['--import', 'tsx', 'src/index.ts'];

/**
 * Begins to start the program; whether it will be ready is another matter.
 * @param program what Node is told to run
 */
export function spawnProgram(
  env: Record<string, string>,
  program: readonly string[] = FROM_SOURCE,
): RunningProcess {
  const child = spawn(process.execPath, [...program], {
    env: { ...process.env, CACHE_FOLDER, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  }
  return {
    child,
    printed: () => text,
    ended: new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal))),
  };
}

/** Starts the program and waits until it is ready. */
export async function startProcess(
  port: number,
  dataFolder: string,
  env: Record<string, string> = {},
): Promise<RunningProcess> {
  const running = spawnProgram({ PORT: String(port), DATA_FOLDER: dataFolder, ...env });
  await untilReady(port, running);
  return running;
}

/** Waits until the program can answer. @throws Error when it has ended instead */
export async function untilReady(port: number, { ended, printed }: RunningProcess): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (ready?.ok === true) return;
    if (over) throw new Error(`the program did not become ready:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
