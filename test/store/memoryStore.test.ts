import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSqlite } from '../../src/store/dialects/openSqlite.js';
import { createGroupCommit } from '../../src/store/groupCommit.js';
import { createMemoryStore } from '../../src/store/memoryStore.js';
import { migrate } from '../../src/store/migrate.js';
import { createModerators } from '../../src/support/cases/moderators.js';
import { createChatSettings } from '../../src/support/chatSettings.js';
import type { Memory } from '../../src/support/ports.js';
import type { Place } from '../../src/support/question.js';
import { silentLog } from './silentLog.js';

const HOUR_MS = 60 * 60 * 1000;
const place: Place = { scope: 'channel', conversationId: 'thread', roomId: 'room' };

/** A memory on a disk that takes nothing before the test says so. */
async function withDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'helper-memory-'));
  const database = openSqlite(join(folder, 'helper.sqlite'), silentLog);
  await migrate(database);
  const syncs: (() => void)[] = [];
  const writer = createGroupCommit({
    db: database.db,
    isInTransaction: () => true,
    sync: () => new Promise((done) => syncs.push(done)),
    log: silentLog,
  });
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const memory = createMemoryStore({
    ...database,
    writer,
    now: () => Date.UTC(2026, 2, 2),
    instanceId: 'one',
  });
  return { memory, syncs };
}

const nobody = { member: async () => undefined, privatePlace: async () => undefined };
const moderators = (memory: Memory) =>
  createModerators({ memory, roster: nobody, trusting: false });

describe('what is remembered', () => {
  it('is a note that waits for no disk', async () => {
    const { memory } = await withDisk();
    await memory.write('thread', 'a', 1, HOUR_MS);
    expect(await memory.read('thread', 'a')).toBe(1);
  });

  it.each<[string, (memory: Memory) => Promise<void>]>([
    ['whatever somebody counts on', (memory) => memory.keep('draft', 'a', 1, HOUR_MS)],
    ['the channel of the moderators', (memory) => moderators(memory).settle(place, 'fr')],
    ['who brought the bot', (memory) => moderators(memory).installedBy('team', '29:ana')],
    [
      'that a channel wants no interruption',
      (memory) => createChatSettings(memory).setQuiet(place, true),
    ],
  ])('is on the disk before it is promised: %s', async (_, promise) => {
    const { memory, syncs } = await withDisk();
    let told = false;
    const kept = promise(memory).then(() => (told = true));
    await vi.waitUntil(() => syncs.length === 1);
    expect(told).toBe(false);
    syncs[0]!();
    await kept;
  });
});
