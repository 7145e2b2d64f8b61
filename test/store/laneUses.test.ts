import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../src/store/dialects/openDatabase.js';
import { openSqlite } from '../../src/store/dialects/openSqlite.js';
import { createGroupCommit } from '../../src/store/groupCommit.js';
import { bookLane } from '../../src/store/laneUses.js';
import { migrate } from '../../src/store/migrate.js';
import { createOutbox } from '../../src/store/outbox.js';
import { createSignal } from '../../src/store/signal.js';
import { silentLog } from './silentLog.js';

const LIMITS = [
  { most: 3, withinMs: 1_000 },
  { most: 4, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
];

describe('booking a message into a lane', () => {
  let folder: string;
  let database: OpenDatabase;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'helper-lanes-'));
    database = openSqlite(join(folder, 'helper.sqlite'), silentLog);
    await migrate(database);
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const now = () => Date.UTC(2026, 2, 2);

  it('takes one look and one entry, however many limits there are', async () => {
    const queries: string[] = [];
    const db = database.db.withPlugin({
      transformQuery({ node }) {
        queries.push(node.kind);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    expect(await bookLane(db, { kind: 'sqlite', now }, 'a', LIMITS)).toBe(0);
    expect(queries).toEqual(['SelectQueryNode', 'InsertQueryNode']);
  });

  it('waits for no disk', async () => {
    const writer = createGroupCommit({
      db: database.db,
      isInTransaction: () => true,
      sync: () => new Promise(() => undefined),
      log: silentLog,
    });
    const outbox = createOutbox({ ...database, writer, now, instanceId: 'one' }, createSignal());
    for (const waitMs of [0, 0, 0, 1_000]) expect(await outbox.book('a', LIMITS)).toBe(waitMs);
  });
});
