import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { backUpSqlite } from '../../src/store/backUpSqlite.js';
import { createStore } from '../../src/store/createStore.js';
import { missingPostgres, startPostgres } from './postgres.js';
import { silentLog as log } from './silentLog.js';

const run = promisify(execFile);
const program = fileURLToPath(new URL('writerProcess.ts', import.meta.url));
const missingTools =
  missingPostgres ?? (spawnSync('pg_dump', ['--version']).error && 'no pg_dump on the PATH');

/** Follows docs/operations.md: a back-up while the program writes, a loss, a restore. */
describe('what was acknowledged before the back-up began', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'helper-restore-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is back after a restore of the SQLite file', { timeout: 60_000 }, async () => {
    const sqliteFile = join(folder, 'helper.sqlite');
    const copy = join(folder, 'copy.sqlite');
    const writer = startWriter([sqliteFile]);
    const before = await writer.acknowledged();
    await backUpSqlite(sqliteFile, copy);
    const after = await writer.kill();
    expect(after.length).toBeGreaterThan(before.length);

    for (const suffix of ['', '-wal', '-shm']) rmSync(sqliteFile + suffix, { force: true });
    renameSync(copy, sqliteFile);
    await expectAll(before, { sqliteFile });
  });

  it('is back after a restore of PostgreSQL', { timeout: 60_000 }, async ({ skip }) => {
    if (missingTools !== undefined) skip(missingTools);
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const databaseUrl = await server.freshUrl();
    const dump = join(folder, 'helper.dump');
    const writer = startWriter(['/nowhere', databaseUrl]);
    const before = await writer.acknowledged();
    // A test's database is a schema of one that it shares: the tools are told so.
    const address = new URL(databaseUrl);
    const schema = address.searchParams.get('options')?.split('=').at(-1) ?? '';
    address.search = '';
    await run('pg_dump', ['--format=custom', `--file=${dump}`, `--schema=${schema}`, address.href]);
    const after = await writer.kill();
    expect(after.length).toBeGreaterThan(before.length);

    await run('pg_restore', ['--clean', '--if-exists', `--dbname=${address.href}`, dump]);
    await expectAll(before, { sqliteFile: '/nowhere', databaseUrl });
  });
});

/** A program that writes all the time, and what it acknowledged. */
function startWriter(args: string[]) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', program, 'run', ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const lines = (): string[] => output.split('\n').slice(0, -1);
  return {
    /** Waits until there is something to be lost. */
    acknowledged: () =>
      vi.waitFor(
        () => {
          expect(lines().length).toBeGreaterThan(500);
          return lines();
        },
        { timeout: 30_000 },
      ),
    async kill(): Promise<string[]> {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await closed;
      return lines();
    },
  };
}

async function expectAll(
  ids: readonly string[],
  place: { sqliteFile: string; databaseUrl?: string },
): Promise<void> {
  const store = await createStore({ ...place, log });
  const waiting = new Set((await store.outbox.take(1_000_000)).map(({ id }) => id));
  for (const id of ids) {
    expect(await store.memory.read('thread', id)).toEqual({ id });
    expect(waiting.has(id)).toBe(true);
  }
  await store.close();
}
