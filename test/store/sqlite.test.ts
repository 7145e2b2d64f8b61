import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../src/store/createStore.js';
import { storeContract } from './contract.js';
import { silentLog as log } from './silentLog.js';

describe('the store', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'helper-store-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  storeContract({
    name: 'on SQLite',
    replicas: false,
    deadHandMs: 0,
    newHome: () => {
      const sqliteFile = join(folder, randomUUID(), 'helper.sqlite');
      return Promise.resolve({ open: (options) => createStore({ sqliteFile, log, ...options }) });
    },
  });

  it('sweeps up by itself, every minute', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const sqliteFile = join(folder, 'swept.sqlite');
    let at = Date.UTC(2026, 2, 2);
    const store = await createStore({ sqliteFile, log, clock: () => new Date(at) });
    await store.memory.write('thread', 'a', 1, 1_000);
    at += 60_000;
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    const other = new Sqlite(sqliteFile, { readonly: true });
    await vi.waitFor(() => {
      expect(other.prepare('select * from document').all()).toEqual([]);
    });
    other.close();
    await store.close();
  });
});
