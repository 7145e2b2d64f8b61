import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sql } from 'kysely';
import { createStore } from '../../src/store/createStore.js';
import { openSqlite } from '../../src/store/dialects/openSqlite.js';
import type { Log } from '../../src/support/ports.js';
import { silentLog } from './silentLog.js';

const HOUR_MS = 60 * 60 * 1000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('opening the SQLite file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'helper-sqlite-'));
    file = join(folder, 'helper.sqlite');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const open = (sqliteFile = file, log: Log = silentLog) => createStore({ sqliteFile, log });

  it('makes the folders on the way', async () => {
    const store = await open(join(folder, 'a', 'b', 'helper.sqlite'));
    await store.ping();
    await store.close();
  });

  it('makes a database that survives a power cut and lets others read', async () => {
    const store = await open();
    const other = new Sqlite(file, { readonly: true });
    expect(other.pragma('journal_mode', { simple: true })).toBe('wal');
    other.close();
    await store.close();
  });

  it('waits for the disk at each commit where SQLite keeps no write-ahead log', async () => {
    const warnings: string[] = [];
    const log = { ...silentLog, warn: (_: object, text: string) => warnings.push(text) };
    // SQLite refuses the log for what is in memory, as it does on some network drives.
    const { db, writer, close } = openSqlite(':memory:', log);
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
    expect(rows).toEqual([{ synchronous: 2 }]);
    expect(warnings).toEqual([expect.stringContaining('write-ahead log')]);
    const promise = writer.one((to) => sql`create table kept (id text)`.execute(to));
    await expect(promise).resolves.toBeDefined();
    await writer.close();
    await close();
  });

  it('lets go of nothing that better-sqlite3 has made: Node 24 would abort at that', async () => {
    let gone = 0;
    const registry = new FinalizationRegistry(() => (gone += 1));
    // Not a spy: that would keep what it has seen.
    const { prepare } = Sqlite.prototype;
    onTestFinished(() => void (Sqlite.prototype.prepare = prepare));
    let made = 0;
    Sqlite.prototype.prepare = function (this: Sqlite.Database, source: string) {
      const statement = prepare.call(this, source);
      for (const each of [this, statement]) registry.register(each, undefined);
      made += 1;
      return statement;
    } as typeof prepare;
    const pragma = vi.spyOn(Sqlite.prototype, 'pragma');
    const store = await open();
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => store.memory.write('thread', `${at}`, 1, HOUR_MS)),
    );
    await store.close();
    for (let rounds = 0; rounds < 3; rounds += 1) {
      collectGarbage();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(made).toBeGreaterThan(10);
    expect(gone).toBe(0);
    expect(pragma).not.toHaveBeenCalled();
  });

  it.each([
    ['text', () => Buffer.from('This is a letter, and no database at all.\n'.repeat(50))],
    ['a database with a damaged page', (good: Buffer) => good.fill(0xa5, 4_096, 12_288)],
    ['half a database', (good: Buffer) => good.subarray(0, 4_096 * 5 + 100)],
  ])('refuses %s, says what to do, and leaves it as it is', async (_, spoil) => {
    const store = await open();
    for (let index = 0; index < 200; index += 1) {
      void store.memory.write('thread', `t${index}`, 'x'.repeat(500), HOUR_MS);
    }
    await store.close();
    const spoilt = Buffer.from(spoil(readFileSync(file)));
    writeFileSync(file, spoilt);
    const opening = open();
    await expect(opening).rejects.toMatchObject({ code: 'store-damaged', file });
    await expect(opening).rejects.toThrow(/Move it away.*backup/);
    expect(readFileSync(file).equals(spoilt)).toBe(true);
  });

  it('warns that an empty file is no longer the database it may have been', async () => {
    writeFileSync(file, '');
    const warnings: string[] = [];
    const store = await open(file, { ...silentLog, warn: (_, text) => warnings.push(text) });
    await store.close();
    expect(warnings).toEqual(['the database file was empty: a new database is made in it']);
  });

  it.each([
    ['a folder that is a file', () => join(file, 'helper.sqlite')],
    ['a folder that nobody can make', () => '/sys/helper/helper.sqlite'],
    ['a file that is a folder', () => join(folder, 'taken')],
  ])('says what to do about %s', async (_, place) => {
    writeFileSync(file, 'in the way');
    mkdirSync(join(folder, 'taken'));
    const opening = open(place());
    await expect(opening).rejects.toMatchObject({ code: 'store-not-writable', file: place() });
    await expect(opening).rejects.toThrow(/may write to the folder/);
  });

  it('refuses a database of a newer program and changes nothing in it', async () => {
    await (await open()).close();
    const newer = new Sqlite(file);
    newer.exec('insert into schema_version values (999, 0)');
    newer.close();
    const before = readFileSync(file);
    const opening = open();
    await expect(opening).rejects.toMatchObject({ code: 'store-too-new', found: 999 });
    await expect(opening).rejects.toThrow(/Start the newer program again/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('waits for another program that is writing', async () => {
    const store = await open();
    const other = spawn(process.execPath, ['-e', holdTheLock, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => other.once('exit', resolve));
    await new Promise((resolve) => other.stdout.once('data', resolve));
    await store.memory.write('thread', 'a', 1, HOUR_MS);
    expect(await store.memory.read('thread', 'a')).toBe(1);
    expect(await ended).toBe(0);
    await store.close();
  });
});

const holdTheLock = `
  const db = require('better-sqlite3')(process.argv[1]);
  db.exec('begin immediate; insert into schema_version values (0, 0)');
  require('node:fs').writeSync(1, 'locked');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  db.exec('commit');
`;
