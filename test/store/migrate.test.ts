import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/dialects/openSqlite.js';
import { migrate } from '../../src/store/migrate.js';
import { silentLog } from './silentLog.js';

type Step = (db: Kysely<unknown>) => Promise<void>;

describe('migrations', () => {
  let folder: string;
  let database: ReturnType<typeof openSqlite>;
  let log: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'helper-migrate-'));
    database = openSqlite(join(folder, 'helper.sqlite'), silentLog);
    log = [];
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const step =
    (table: string): Step =>
    async (db) => {
      log.push(table);
      await db.schema.createTable(table).addColumn('id', 'text').execute();
    };
  const tables = async () => {
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table' order by name`.execute(database.db);
    return rows.map(({ name }) => name);
  };

  it('are done once each, in order', async () => {
    expect(await migrate(database, [step('one')])).toBe(0);
    expect(await migrate(database, [step('one'), step('two'), step('three')])).toBe(1);
    expect(await migrate(database, [step('one'), step('two'), step('three')])).toBe(3);
    expect(log).toEqual(['one', 'two', 'three']);
  });

  it('count together: when one fails, none was done', async () => {
    const failing: Step = () => Promise.reject(new Error('no room'));
    await expect(migrate(database, [step('one'), failing])).rejects.toThrow('no room');
    expect(await tables()).toEqual([]);
    expect(await migrate(database, [step('one')])).toBe(0);
  });

  it('refuse a database that has more of them behind it', async () => {
    await migrate(database, [step('one'), step('two')]);
    await expect(migrate(database, [step('one')])).rejects.toMatchObject({
      code: 'store-too-new',
      found: 2,
      known: 1,
    });
  });
});
