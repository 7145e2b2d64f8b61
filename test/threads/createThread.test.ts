import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createThread, type ThreadOptions } from '../../src/threads/createThread.js';
import type { SomeTasks } from './someTasks.js';

function start(options: ThreadOptions = { idleMs: 60_000 }) {
  const thread = createThread<SomeTasks>(new URL('./someTasks.js', import.meta.url), options);
  onTestFinished(() => thread.stop());
  return thread;
}

it('gives each asker the answer to what was asked', async () => {
  const thread = start();
  const answers = await Promise.all([1, 2, 3].map((number) => thread.run('double', number)));
  expect(answers).toEqual([2, 4, 6]);
  expect(await thread.run('bytes', undefined)).toEqual(new Uint8Array([1, 2, 3]));
});

it('tells an asker why a task failed, and goes on', async () => {
  const thread = start();
  await expect(thread.run('fail', 'no such luck')).rejects.toThrow('no such luck');
  expect(await thread.run('double', 4)).toBe(8);
});

it('leaves the event loop alone, however long a task works', async () => {
  const thread = start();
  const until = new Int32Array(new SharedArrayBuffer(4));
  let done = false;
  const blocked = thread.run('block', until).finally(() => (done = true));
  for (let turns = 0; turns < 100; turns++) await setImmediate();
  expect(done).toBe(false);
  Atomics.store(until, 0, 1);
  expect(await blocked).toBe('done');
});

it('stays for the next task, unless it is not to be idle', async () => {
  const staying = start();
  expect([await staying.run('count', undefined), await staying.run('count', undefined)]).toEqual([
    1, 2,
  ]);
  const leaving = start({ idleMs: 0 });
  await leaving.run('count', undefined);
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(await leaving.run('count', undefined)).toBe(1);
});

it('tells whoever waits that the thread ended, and starts another for the next', async () => {
  const thread = start();
  await expect(thread.run('exit', 3)).rejects.toThrow('code 3');
  expect(await thread.run('double', 1)).toBe(2);
  const waiting = expect(thread.run('count', undefined)).rejects.toThrow('stopped');
  await thread.stop();
  await waiting;
});
