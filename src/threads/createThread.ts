import { Worker } from 'node:worker_threads';
import type { Answer, Request, Tasks } from './serveTasks.js';

/** A thread beside the one that answers people, for what takes more than a few milliseconds. */
export interface Thread<T extends Tasks> {
  /**
   * Runs a task in the thread. What goes in and comes out is copied, so it must be plain data,
   * Maps and typed arrays.
   * @throws what the task throws, as a plain `Error` with its message and stack
   */
  run<Name extends keyof T & string>(
    task: Name,
    input: Parameters<T[Name]>[0],
  ): Promise<Awaited<ReturnType<T[Name]>>>;
  /** Ends the thread; whoever still waits for an answer gets an error. */
  stop(): Promise<void>;
}

export interface ThreadOptions {
  /** How long it stays for the next task; 0 where left out. */
  idleMs?: number;
}

interface Waiting {
  resolve(value: never): void;
  reject(reason: unknown): void;
}

/**
 * Makes a thread that runs the tasks of a module (see `serveTasks`). It is started by the first
 * task and ends when there was none for a while, with all the memory that it took.
 * @param module the module's URL, ending in `.js`
 */
export function createThread<T extends Tasks>(
  module: URL,
  { idleMs = 0 }: ThreadOptions = {},
): Thread<T> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = async (reason: unknown): Promise<void> => {
    const ended = worker;
    worker = undefined;
    clearTimeout(idle);
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    await ended?.terminate();
  };

  const start = (): Worker => {
    const started = startWorker(module);
    started.on('message', ({ id, value, error }: Answer) => {
      const asker = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) asker?.resolve(value as never);
      else asker?.reject(error);
      if (waiting.size > 0) return;
      // A thread that waits for work is no reason for the program to stay.
      started.unref();
      idle = setTimeout(() => void end(undefined), idleMs).unref();
    });
    const fail = (reason: unknown): void => {
      if (worker === started) void end(reason);
    };
    started.once('error', fail);
    started.once('exit', (code) => fail(new Error(`the thread ended with code ${code}`)));
    return started;
  };

  return {
    run(task, input) {
      clearTimeout(idle);
      worker ??= start();
      worker.ref();
      const id = (lastId += 1);
      const answer = new Promise<never>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, task, input } satisfies Request);
      return answer;
    },
    stop: () => end(new Error('the thread was stopped')),
  };
}

function startWorker(module: URL): Worker {
  if (import.meta.url.endsWith('.js')) return new Worker(module);
  // Under vitest and tsx the sources run as they are: the worker registers tsx first.
  const source = module.href.replace(/\.js$/, '.ts');
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import('${source}')));`;
  return new Worker(code, { eval: true });
}
