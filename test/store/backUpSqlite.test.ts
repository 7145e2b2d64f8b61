import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUpSqlite } from '../../src/store/backUpSqlite.js';
import { createStore } from '../../src/store/createStore.js';
import { silentLog as log } from './silentLog.js';

describe('a back-up of the SQLite file', () => {
  let folder: string;
  let sqliteFile: string;
  let copy: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'helper-backup-'));
    sqliteFile = join(folder, 'data', 'helper.sqlite');
    copy = join(folder, 'copies', 'monday.sqlite');
    const store = await createStore({ sqliteFile, log });
    await store.memory.write('thread', 'a', 1, 60_000);
    await store.close();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is one file, and leaves nothing else behind', async () => {
    await backUpSqlite(sqliteFile, copy);
    expect(readdirSync(join(folder, 'copies'))).toEqual(['monday.sqlite']);
    expect(readdirSync(join(folder, 'data'))).toEqual(['helper.sqlite']);
  });

  it('never replaces an older one', async () => {
    await backUpSqlite(sqliteFile, copy);
    await expect(backUpSqlite(sqliteFile, copy)).rejects.toMatchObject({
      code: 'store-backup',
      message: expect.stringContaining('is there already') as string,
    });
  });

  it('is not made of nothing', async () => {
    const missing = join(folder, 'helper.sqlite');
    await expect(backUpSqlite(missing, copy)).rejects.toThrow(/DATA_FOLDER/);
    expect(existsSync(missing)).toBe(false);
  });

  it('is not made of a damaged file, which is named', async () => {
    const file = openSync(sqliteFile, 'r+');
    writeSync(file, 'damage'.repeat(2_000), 4_096);
    closeSync(file);
    await expect(backUpSqlite(sqliteFile, copy)).rejects.toMatchObject({
      code: 'store-damaged',
      file: sqliteFile,
    });
    expect(readdirSync(join(folder, 'copies'))).toEqual([]);
  });
});
