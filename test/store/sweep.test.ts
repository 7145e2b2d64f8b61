import { beforeEach, describe, expect, it } from 'vitest';
import { createActivityLedger } from '../../src/store/activityLedger.js';
import type { OpenDatabase } from '../../src/store/dialects/openDatabase.js';
import { createMemoryStore } from '../../src/store/memoryStore.js';
import { createNews } from '../../src/store/news.js';
import { createOutbox } from '../../src/store/outbox.js';
import { createRevisionStore } from '../../src/store/revisionStore.js';
import { createSignal } from '../../src/store/signal.js';
import { sweep } from '../../src/store/sweep.js';
import { REVISIONS_KEPT } from '../../src/store/sweepRevisions.js';
import { DATABASES, openMigrated } from './openMigrated.js';
import { silentLog } from './silentLog.js';

const HOUR_MS = 60 * 60 * 1000;

describe.each(DATABASES)('sweeping on %s', (kind) => {
  let database: OpenDatabase;
  beforeEach(async (context) => {
    const opened = await openMigrated(kind, context);
    database = opened.database;
    return opened.close;
  });

  it('takes away letters that nobody has looked after for thirty days', async () => {
    let at = Date.UTC(2026, 2, 2);
    const parts = { ...database, now: () => at, instanceId: 'one' };
    const outbox = createOutbox(parts, createSignal());
    for (const id of ['dead', 'waiting']) {
      await outbox.put({ id, kind: 'card', queue: id, lane: 'a', payload: null });
    }
    await outbox.take(1);
    await outbox.bury('dead', '403');
    at += 30 * 24 * HOUR_MS - 1;
    expect(await sweep(parts)).toBe(0);
    at += 1;
    expect(await sweep(parts)).toBe(1);
    expect(await outbox.dead()).toEqual([]);
    expect(await outbox.take(10)).toMatchObject([{ id: 'waiting' }]);
  });

  it('takes away all that has run out, however much, and nothing else', async () => {
    let at = Date.UTC(2026, 2, 2);
    const parts = { ...database, now: () => at, instanceId: 'one' };
    const memory = createMemoryStore(parts);
    const ledger = createActivityLedger(parts, silentLog);
    const many = Array.from({ length: 1_200 }, (_, index) => `d${index}`);
    await Promise.all(many.map((id) => memory.write('thread', id, 1, HOUR_MS)));
    await memory.write('language', 'a', 'fr', 48 * HOUR_MS);
    await ledger.begin('old');
    await ledger.finish('old');
    at += 12 * HOUR_MS;
    await ledger.begin('young');
    await ledger.finish('young');
    expect(await sweep(parts)).toBe(1_200);
    at += 12 * HOUR_MS;
    expect(await sweep(parts)).toBe(1);
    expect(await sweep(parts)).toBe(0);
    expect(await memory.read('language', 'a')).toBe('fr');
    expect(await ledger.begin('young')).toBe('duplicate');
    ledger.close();
  });

  it('takes away counted messages that no limit looks back to, some hundred at a time', async () => {
    const at = Date.UTC(2026, 2, 2);
    const parts = { ...database, now: () => at, instanceId: 'one' };
    const uses = (count: number, used_at: number) =>
      Array.from({ length: count }, (_, lane) => ({ lane: `lane ${lane % 7}`, used_at }));
    for (const rows of [uses(600, at - HOUR_MS), uses(600, at - 2 * HOUR_MS), uses(3, at - 1)])
      await database.db.insertInto('lane_use').values(rows).execute();
    const portions: unknown[] = [];
    const one: OpenDatabase['writer']['one'] = async (work) => {
      const result = await database.writer.one(work);
      portions.push(result);
      return result;
    };
    expect(await sweep({ ...parts, writer: { ...database.writer, one } })).toBe(1_200);
    expect(portions.filter((portion) => portion !== 0)).toEqual([500, 500, 200]);
    expect(await database.db.selectFrom('lane_use').selectAll().execute()).toHaveLength(3);
  });

  it('takes away all else where the revisions cannot be swept', async () => {
    let at = Date.UTC(2026, 2, 2);
    const parts = { ...database, now: () => at, instanceId: 'one' };
    await createMemoryStore(parts).write('thread', 'a', 1, HOUR_MS);
    await database.db.schema.dropTable('revision').execute();
    at += HOUR_MS;
    await expect(sweep(parts)).rejects.toThrow(/revision/);
    expect(await database.db.selectFrom('document').selectAll().execute()).toEqual([]);
  });

  it('keeps the newest revisions whole, and no text that is in none of them', async () => {
    const parts = { ...database, now: () => Date.UTC(2026, 2, 2), instanceId: 'one' };
    const revisions = createRevisionStore(parts, silentLog, createNews(parts, undefined));
    /** As many as would take half a minute one by one. */
    const addUpTo = async (last: number): Promise<void> => {
      const numbers = Array.from({ length: last }, (_, at) => at + 1);
      const made = { author: 'a', note: '', made_at: 0, in_folders: 0 };
      const rows = numbers.map((number) => ({
        ...made,
        number,
        digest: `d${number}`,
        based_on: number - 1,
        files: JSON.stringify({ 'knowledge/offices.json': `h${number}`, 'knowledge/a.json': 'h' }),
      }));
      await database.db.insertInto('revision').values(rows).execute();
      const texts = [...numbers.map(String), ''].map((text) => ({ hash: `h${text}`, text }));
      await database.db.insertInto('content_text').values(texts).execute();
    };
    const texts = async () =>
      (await database.db.selectFrom('content_text').selectAll().execute()).length;
    await addUpTo(REVISIONS_KEPT + 49);
    expect(await sweep(parts)).toBe(0);
    await revisions.add(
      { digest: 'd', author: 'a', note: '', basedOn: REVISIONS_KEPT + 49, inFolders: false },
      new Map([['knowledge/offices.json', 'the newest']]),
    );
    expect(await sweep(parts)).toBe(50);
    expect(await sweep(parts)).toBe(0);
    expect(await texts()).toBe(REVISIONS_KEPT + 1);
    expect(await revisions.files(50)).toBeUndefined();
    const oldest = await revisions.files(51);
    expect(oldest?.get('knowledge/offices.json')).toBe('51');
    expect(oldest?.get('knowledge/a.json')).toBe('');
    expect(await revisions.list()).toHaveLength(REVISIONS_KEPT);
  });
});
