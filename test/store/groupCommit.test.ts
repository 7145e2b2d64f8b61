import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/dialects/openSqlite.js';
import { migrate } from '../../src/store/migrate.js';
import type { Tables } from '../../src/store/tables.js';
import { silentLog } from './silentLog.js';

describe('group commit', () => {
  let folder: string;
  let database: ReturnType<typeof openSqlite>;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'helper-group-'));
    database = openSqlite(join(folder, 'helper.sqlite'), silentLog);
    await migrate(database);
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const insert =
    (id: string, size = 1) =>
    async (to: Kysely<Tables>) => {
      await to
        .insertInto('document')
        .values({ kind: 'k', id, value: 'x'.repeat(size), expires_at: 0 })
        .execute();
      return id;
    };
  const stored = async () => {
    const rows = await database.db.selectFrom('document').select('id').orderBy('id').execute();
    return rows.map(({ id }) => id);
  };
  const outcomes = async (writes: Promise<unknown>[]) =>
    (await Promise.allSettled(writes)).map(({ status }) => status);

  it('commits together what arrives together', async () => {
    const { db, writer } = database;
    let fulfilled = 0;
    const writes = ['a', 'b', 'c'].map((id) => writer.one(insert(id)).then(() => (fulfilled += 1)));
    // The last of the group sees the others' rows while nobody has been told of a commit yet.
    const seen = await writer.one((to) =>
      to
        .selectFrom('document')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirst()
        .then((result) => ({ rows: result?.rows, fulfilled })),
    );
    expect(seen).toEqual({ rows: 3, fulfilled: 0 });
    await Promise.all(writes);
    expect(await db.selectFrom('document').select('id').execute()).toHaveLength(3);
  });

  it('gives each caller its own result', async () => {
    const { writer } = database;
    expect(await Promise.all([writer.one(insert('a')), writer.one(insert('b'))])).toEqual([
      'a',
      'b',
    ]);
  });

  it('lets one of a group fail without the others', async () => {
    const { writer } = database;
    const results = await outcomes([
      writer.one(insert('a')),
      writer.one(insert('a')),
      writer.together(async (to) => {
        await insert('half')(to);
        await insert('a')(to);
      }),
      writer.together(async (to) => {
        await insert('b')(to);
        await insert('c')(to);
      }),
    ]);
    expect(results).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await stored()).toEqual(['a', 'b', 'c']);
  });

  it('undoes all of a write that fails alone', async () => {
    const write = database.writer.together(async (to) => {
      await insert('half')(to);
      throw new Error('changed its mind');
    });
    await expect(write).rejects.toThrow('changed its mind');
    expect(await stored()).toEqual([]);
  });

  it('tells the truth when the disk is full, and goes on when there is room again', async () => {
    const { db, writer } = database;
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 12}`).execute(db);
    const ids = Array.from({ length: 40 }, (_, index) => `d${String(index).padStart(2, '0')}`);
    const results = await outcomes(ids.map((id) => writer.one(insert(id, 3_000))));
    expect(results).toContain('rejected');
    expect(await stored()).toEqual(ids.filter((_, index) => results[index] === 'fulfilled'));
    await sql.raw('pragma max_page_count = 1000000').execute(db);
    await writer.one(insert('e'));
    expect(await stored()).toContain('e');
  });

  it('writes what is asked for while it is writing', async () => {
    const { writer } = database;
    const chain = async (id: string) => {
      for (let index = 0; index < 20; index += 1) await writer.one(insert(`${id}${index}`));
    };
    await Promise.all([chain('a'), chain('b'), chain('c')]);
    expect(await stored()).toHaveLength(60);
  });
});
