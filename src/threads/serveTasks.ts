import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';

/** What a thread can be asked, by name. */
export type Tasks = Record<string, (input: never) => unknown>;

export interface Request {
  id: number;
  task: string;
  input: unknown;
}

export interface Answer {
  id: number;
  value?: unknown;
  /** Set where the task failed. */
  error?: unknown;
}

/** Called by a thread's module: answers whoever asks for one of the tasks. */
export function serveTasks(tasks: Tasks): void {
  try {
    // On Linux this is the thread's own priority: on a single core, turns go first.
    setPriority(10);
  } catch {
    // Not permitted here: the tasks only compete with turns.
  }
  parentPort?.on('message', ({ id, task, input }: Request) => {
    const answer = (answer: Omit<Answer, 'id'>, handedOver: ArrayBuffer[] = []): void =>
      parentPort?.postMessage({ id, ...answer }, handedOver);
    Promise.resolve(input as never)
      .then(tasks[task])
      .then(
        // Bytes are handed over, not copied.
        (value) =>
          answer({ value }, value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : []),
        (error: unknown) => answer({ error }),
      );
  });
}
