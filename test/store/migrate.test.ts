import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/dialects/openSqlite.js';
import { createStore } from '../../src/store/createStore.js';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/migrations.js';
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

  it('carry check-backs that wait into the outbox', async () => {
    await migrate(database, migrations.slice(0, 2));
    await sql`
      insert into reminder (id, due_at, person_id, conversation_id, place, payload, leased_until)
      values ('a:ana|ana', 5, 'ana', 'a:ana', ${'{"roomId":"a:ana"}'},
        ${'{"dialog":"no-sms","timeZone":"Europe/Rome"}'}, 0)`.execute(database.db);
    await database.close();
    const store = await createStore({ sqliteFile: join(folder, 'helper.sqlite'), log: silentLog });
    expect(await store.outbox.take(10)).toEqual([
      {
        id: 'check-back|a:ana|ana',
        kind: 'check-back',
        queue: 'check-back|a:ana|ana',
        lane: 'a:ana',
        personId: 'ana',
        payload: {
          place: { roomId: 'a:ana' },
          timeZone: 'Europe/Rome',
          payload: { dialog: 'no-sms' },
        },
        dueAt: new Date(5),
        attempts: 0,
      },
    ]);
    await store.close();
  });

  it('know whom the documents of an older program are about', async () => {
    await migrate(database, migrations.slice(0, 7));
    const documents: [string, string, unknown][] = [
      ['last-card', '19:a;messageid=1|29:ana', {}],
      ['nearest-office', '29:ana', 'brussels'],
      ['installer', '19:team', '29:ana'],
      ['thread', '19:a;messageid=1', { starterId: '29:ana' }],
      ['thread', '19:a;messageid=2', { starterId: '29:luc' }],
      ['thread', '19:a;messageid=3', { othersJoined: false }],
      ['moderators', 'channel', { place: {} }],
    ];
    for (const [kind, id, value] of documents) {
      await sql`insert into document (kind, id, value, expires_at)
        values (${kind}, ${id}, ${JSON.stringify(value)}, ${Date.now() + 60_000})`.execute(
        database.db,
      );
    }
    // More than are looked at in one go.
    const threads = Array.from({ length: 1_200 }, (_, at) => `19:b;messageid=${at}`);
    for (const id of threads) {
      await sql`insert into document (kind, id, value, expires_at)
        values ('asked', ${`${id}|29:ana`}, '{}', ${Date.now() + 60_000})`.execute(database.db);
    }
    await database.close();
    const { memory, close } = await createStore({
      sqliteFile: join(folder, 'helper.sqlite'),
      log: silentLog,
    });
    await memory.forgetPerson('29:ana');
    for (const id of threads) expect(await memory.read('asked', `${id}|29:ana`)).toBeUndefined();
    const left = await Promise.all(documents.map(([kind, id]) => memory.read(kind, id)));
    expect(left).toEqual([...Array.from({ length: 4 }), ...documents.slice(4).map(([, , v]) => v)]);
    await close();
  });
});
