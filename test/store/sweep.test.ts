import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActivityLedger } from '../../src/store/activityLedger.js';
import type { OpenDatabase } from '../../src/store/dialects/openDatabase.js';
import { openPostgres } from '../../src/store/dialects/openPostgres.js';
import { openSqlite } from '../../src/store/dialects/openSqlite.js';
import { createMemoryStore } from '../../src/store/memoryStore.js';
import { migrate } from '../../src/store/migrate.js';
import { createOutbox } from '../../src/store/outbox.js';
import { createSignal } from '../../src/store/signal.js';
import { sweep } from '../../src/store/sweep.js';
import { missingPostgres, startPostgres, type PostgresServer } from './postgres.js';
import { silentLog } from './silentLog.js';

const HOUR_MS = 60 * 60 * 1000;

describe.each(['sqlite', 'postgres'] as const)('sweeping on %s', (kind) => {
  const isAbsent = kind === 'postgres' && missingPostgres !== undefined;
  let folder: string;
  let server: PostgresServer | undefined;
  let database: OpenDatabase;
  beforeEach(async ({ skip }) => {
    if (isAbsent) skip(missingPostgres);
    folder = mkdtempSync(join(tmpdir(), 'helper-sweep-'));
    if (kind === 'postgres') {
      server = await startPostgres();
      database = openPostgres(await server.freshUrl(), silentLog);
    } else {
      database = openSqlite(join(folder, 'helper.sqlite'), silentLog);
    }
    await migrate(database);
  });
  afterEach(async () => {
    if (isAbsent) return;
    await database.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
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
});
