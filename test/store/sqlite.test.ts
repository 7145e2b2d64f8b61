import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
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
});
