import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from '../kysely.js';
import type { Log } from '../../support/ports.js';
import { StoreDamagedError } from '../errors/storeDamagedError.js';
import { createGroupCommit } from '../groupCommit.js';
import type { Tables } from '../tables.js';
import type { OpenDatabase } from './openDatabase.js';
import { SqliteDriverWithUrgency } from './sqliteDriver.js';
import { explainSqlite } from './explainSqlite.js';
import { openFile } from './openFile.js';
import { rememberStatements } from './rememberStatements.js';
import { createWalSync, type WalSync } from './walSync.js';

/** How long to wait for another program that is writing; the event loop waits too. */
const BUSY_TIMEOUT_MS = 5_000;
/** Checking takes about 1 ms for each megabyte: files above this are not read whole at start. */
const LARGEST_TO_CHECK_BYTES = 16 * 1024 * 1024;

/**
 * Opens the SQLite file, making it and its folder when they are not there.
 * @throws StoreNotWritableError, StoreDamagedError, StoreBusyError
 */
export function openSqlite(file: string, log: Log): OpenDatabase {
  const { sqlite, wal } = explainFailure(file, () => openChecked(file, log));
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new SqliteDriverWithUrgency(sqlite, rememberStatements(sqlite)),
      createIntrospector: (any) => new SqliteIntrospector(any),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return {
    db,
    writer: createGroupCommit({
      db,
      isInTransaction: () => sqlite.inTransaction,
      // Without the log, each commit has waited for the disk.
      sync: wal?.sync ?? (() => Promise.resolve()),
      log,
    }),
    kind: 'sqlite',
    name: file,
    explain: (err) => explainSqlite(file, err),
    clockOffsetMs: () => Promise.resolve(0),
    close: async () => {
      await wal?.close();
      await db.destroy();
      // Kysely closes what it has used; a start that failed early has not used it.
      sqlite.close();
    },
  };
}

function openChecked(file: string, log: Log): { sqlite: Sqlite.Database; wal?: WalSync } {
  mkdirSync(dirname(file), { recursive: true });
  const sizeBytes = statSync(file, { throwIfNoEntry: false })?.size;
  if (sizeBytes === 0) {
    log.warn({ file }, 'the database file was empty: a new database is made in it');
  }
  const sqlite = openFile(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    if (sizeBytes !== undefined && sizeBytes <= LARGEST_TO_CHECK_BYTES) check(file, sqlite);
    // Where memory cannot be shared, as on some network drives, SQLite answers with another mode.
    if (sqlite.pragma('journal_mode = WAL', { simple: true }) === 'wal') {
      // With FULL the event loop would wait for the disk at every commit: the writer sees to that.
      sqlite.pragma('synchronous = NORMAL');
      return { sqlite, wal: createWalSync(file) };
    }
    sqlite.pragma('synchronous = FULL');
    log.warn({ file }, 'SQLite keeps no write-ahead log there: everybody waits for the disk');
    return { sqlite };
  } catch (err) {
    sqlite.close();
    throw err;
  }
}

function check(file: string, sqlite: Sqlite.Database): void {
  const found = sqlite.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new StoreDamagedError(file, { cause: new Error(String(found)) });
}

function explainFailure<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (err) {
    throw explainSqlite(file, err);
  }
}
