import type { Kysely } from 'kysely';
import type { Log } from '../support/ports.js';
import { CompiledQuery } from './kysely.js';
import { StoreClosedError } from './errors/storeClosedError.js';
import type { Tables } from './tables.js';
import type { Writer } from './writer.js';

interface Write {
  /** Does the work; `settle` tells the caller. */
  run(db: Kysely<Tables>): Promise<void>;
  /** One statement undoes itself when it fails; several need a savepoint. */
  severalStatements: boolean;
  /** Whether the caller is told only when the disk has it. */
  awaitsDisk: boolean;
  settle(): void;
  fail(cause: unknown): void;
}

export interface GroupCommitParts {
  db: Kysely<Tables>;
  /**
   * Whether the connection still has its transaction: when the disk is full, SQLite undoes all of
   * it, and the statements after that must not run on their own.
   */
  isInTransaction: () => boolean;
  /** Resolves when everything committed so far has reached the disk; blocks nobody meanwhile. */
  sync: () => Promise<void>;
  log: Log;
}

/** So that one transaction does not hold up the event loop for too long. */
const MOST_WRITES_IN_ONE_COMMIT = 256;
/** Notes go to the disk with the next promise, or by then: each sync costs as much as an answer. */
const NOTES_WAIT_MS = 100;

/**
 * A writer that lets writes share commits, and commits share the way to the disk. What people sent
 * arrives in one turn of the event loop and is committed together at its end; nobody waits for a
 * timer. Reaching the disk takes 1 to 20 ms more: it goes on in the background, and whoever was
 * promised something is told when it is over.
 */
export function createGroupCommit({ db, isInTransaction, sync, log }: GroupCommitParts): Writer {
  const queue: Write[] = [];
  let flushing: Promise<void> | undefined;
  let unsynced: Write[] = [];
  let syncing: Promise<void> | undefined;
  let syncAgain = false;
  let laterSync: NodeJS.Timeout | undefined;
  let closed = false;

  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST_WRITES_IN_ONE_COMMIT);
      await commit(batch);
      // Writes that others queued meanwhile gather until the end of the next turn.
      if (queue.length > 0) await new Promise((resolve) => setImmediate(resolve));
    }
    flushing = undefined;
  };

  const commit = async (batch: Write[]): Promise<void> => {
    const written: Write[] = [];
    try {
      await db.transaction().execute(async (transaction) => {
        for (const write of batch) {
          const failure = await attempt(transaction, write, batch.length > 1);
          if (failure === undefined) written.push(write);
          else if (batch.length === 1 || !isInTransaction()) throw failure.cause;
          else write.fail(failure.cause);
        }
      });
    } catch (cause) {
      for (const write of batch) write.fail(cause);
      return;
    }
    for (const write of written) {
      if (write.awaitsDisk) unsynced.push(write);
      else write.settle();
    }
    if (unsynced.length > 0) syncNow();
    else laterSync ??= setTimeout(syncNow, NOTES_WAIT_MS);
  };

  const syncNow = (): void => {
    clearTimeout(laterSync);
    laterSync = undefined;
    // One that is under way may have begun before the last commit.
    if (syncing) syncAgain = true;
    else syncing = syncAll();
  };

  const syncAll = async (): Promise<void> => {
    do {
      syncAgain = false;
      const covered = unsynced;
      unsynced = [];
      try {
        await sync();
        for (const write of covered) write.settle();
      } catch (err) {
        log.error({ err }, 'what was written may not have reached the disk');
        for (const write of covered) write.fail(err);
      }
    } while (syncAgain);
    syncing = undefined;
  };

  const enqueue = <T>(
    work: (db: Kysely<Tables>) => Promise<T>,
    traits: Pick<Write, 'severalStatements' | 'awaitsDisk'>,
  ): Promise<T> => {
    if (closed) return Promise.reject(new StoreClosedError());
    return new Promise<T>((resolve, reject) => {
      let result: T;
      queue.push({
        ...traits,
        run: async (transaction) => {
          result = await work(transaction);
        },
        settle: () => resolve(result),
        fail: reject,
      });
      flushing ??= new Promise((flushed) => setImmediate(() => void flush().then(flushed)));
    });
  };

  return {
    one: (work) => enqueue(work, { severalStatements: false, awaitsDisk: true }),
    together: (work) => enqueue(work, { severalStatements: true, awaitsDisk: true }),
    note: (work) => enqueue(work, { severalStatements: false, awaitsDisk: false }),
    noteTogether: (work) => enqueue(work, { severalStatements: true, awaitsDisk: false }),
    async close() {
      closed = true;
      await flushing;
      if (laterSync) syncNow();
      await syncing;
    },
  };
}

/** Runs one write of several; a failed one leaves no trace in the others' transaction. */
async function attempt(
  transaction: Kysely<Tables>,
  write: Write,
  hasCompany: boolean,
): Promise<{ cause: unknown } | undefined> {
  const guarded = hasCompany && write.severalStatements;
  try {
    if (guarded) await transaction.executeQuery(savepoint);
    await write.run(transaction);
    if (guarded) await transaction.executeQuery(release);
    return undefined;
  } catch (cause) {
    try {
      if (guarded) {
        await transaction.executeQuery(rollback);
        await transaction.executeQuery(release);
      }
    } catch {
      // The savepoint went with the transaction, which the caller looks at.
    }
    return { cause };
  }
}

const savepoint = CompiledQuery.raw('savepoint one_write');
const release = CompiledQuery.raw('release one_write');
const rollback = CompiledQuery.raw('rollback to one_write');
