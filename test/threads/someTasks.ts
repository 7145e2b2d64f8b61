import { serveTasks } from '../../src/threads/serveTasks.js';

let asked = 0;

const tasks = {
  double: (number: number) => number * 2,
  /** How often this thread was asked for it. */
  count: () => (asked += 1),
  fail(message: string) {
    throw new RangeError(message);
  },
  /** Works without a pause until the other side writes something. */
  block(until: Int32Array) {
    while (Atomics.load(until, 0) === 0);
    return 'done';
  },
  bytes: () => new Uint8Array([1, 2, 3]),
  exit: (code: number) => process.exit(code),
};
export type SomeTasks = typeof tasks;

serveTasks(tasks);
