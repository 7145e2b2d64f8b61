import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore, type Store } from '../../src/store/createStore.js';
import { silentLog as log } from '../store/silentLog.js';

const program = fileURLToPath(new URL('../../src/cli/outbox.ts', import.meta.url));

describe('npm run outbox', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'helper-outbox-'));
    store = await createStore({ sqliteFile: join(folder, 'helper.sqlite'), log });
    for (const id of ['card 1', 'card 2']) {
      await store.outbox.put({ id, kind: 'card', queue: id, lane: 'a', payload: null });
      await store.outbox.take(1);
      await store.outbox.bury(id, 'Teams answered 403.');
    }
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  /** Runs it beside a program that has the store open. */
  function run(...args: string[]): { status: number | null; printed: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', program, ...args],
      { encoding: 'utf8', env: { ...process.env, DATA_FOLDER: folder } },
    );
    return { status, printed: stdout + stderr };
  }

  it('shows what could not be said, and why', () => {
    const { status, printed } = run();
    expect(status).toBe(0);
    expect(printed).toContain('Nothing waits to be said.');
    expect(printed).toMatch(/card 1\n.*Teams answered 403\.[^]*card 2/);
  });

  it('has one tried again, or all of them', async () => {
    expect(run('retry', 'card 2').status).toBe(0);
    expect(await store.outbox.take(10)).toMatchObject([{ id: 'card 2' }]);
    expect(run('retry', '--all').status).toBe(0);
    expect(await store.outbox.take(10)).toMatchObject([{ id: 'card 1' }]);
  });

  it('gives up on one for good', async () => {
    expect(run('drop', 'card 1').status).toBe(0);
    expect(await store.outbox.dead()).toMatchObject([{ id: 'card 2' }]);
  });

  it('ends with 1 when there is nothing of that name, and when it is not told what to do', () => {
    expect(run('retry', 'card 9')).toMatchObject({ status: 1 });
    expect(run('retry')).toMatchObject({ status: 1 });
    expect(run('burn').printed).toContain('npm run outbox -- retry');
  });
});
