import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGroupCommit } from '../../src/store/groupCommit.js';
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

  it('undoes all of a note of several statements that fails in company', async () => {
    const { writer } = database;
    const broken = writer.noteTogether(async (to) => {
      await insert('half')(to);
      throw new Error('changed its mind');
    });
    const results = await outcomes([
      writer.note(insert('a')),
      broken,
      writer.noteTogether(insert('b')),
    ]);
    expect(results).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await stored()).toEqual(['a', 'b']);
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

  describe('and the disk', () => {
    /** A writer whose disk obeys the test. */
    const withDisk = () => {
      const syncs: { done: () => void; fail: (cause: Error) => void }[] = [];
      const writer = createGroupCommit({
        db: database.db,
        isInTransaction: () => true,
        sync: () => new Promise((done, fail) => syncs.push({ done, fail })),
        log: silentLog,
      });
      return { writer, syncs };
    };
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await setImmediate();
    };

    it('keeps a promise only once the disk has it; a note need not wait', async () => {
      const { writer, syncs } = withDisk();
      const told: string[] = [];
      const promise = writer.one(insert('promise')).then((id) => told.push(id));
      const note = writer.note(insert('note')).then((id) => told.push(id));
      await note;
      await until(() => syncs.length === 1);
      expect(await stored()).toEqual(['note', 'promise']);
      expect(told).toEqual(['note']);
      syncs[0]!.done();
      await promise;
      expect(told).toEqual(['note', 'promise']);
    });

    it('does not count on a sync that began before the commit', async () => {
      const { writer, syncs } = withDisk();
      const earlier = writer.one(insert('earlier'));
      await until(() => syncs.length === 1);
      const promise = writer.one(insert('later'));
      while ((await stored()).length < 2) await setImmediate();
      let told = false;
      void promise.then(() => (told = true));
      syncs[0]!.done();
      await earlier;
      await until(() => syncs.length === 2);
      expect(told).toBe(false);
      syncs[1]!.done();
      expect(await promise).toBe('later');
    });

    it('breaks the promises that it cannot keep, and serves the next', async () => {
      const { writer, syncs } = withDisk();
      const lost = writer.one(insert('lost'));
      await until(() => syncs.length === 1);
      syncs[0]!.fail(new Error('the disk is broken'));
      await expect(lost).rejects.toThrow('the disk is broken');
      const kept = writer.one(insert('kept'));
      await until(() => syncs.length === 2);
      syncs[1]!.done();
      expect(await kept).toBe('kept');
    });

    it('is waited for when the store is closed', async () => {
      const { writer, syncs } = withDisk();
      await writer.note(insert('note'));
      let closed = false;
      const closing = writer.close().then(() => (closed = true));
      await until(() => syncs.length === 1);
      await setImmediate();
      expect(closed).toBe(false);
      syncs[0]!.done();
      await closing;
    });
  });
});
