import type { Kysely } from 'kysely';
import { CompiledQuery } from './kysely.js';
import { StoreClosedError } from './errors/storeClosedError.js';
import type { Tables } from './tables.js';
import type { Writer } from './writer.js';

interface Write {
  /** Does the work; `settle` is called after the commit and tells the caller. */
  run(db: Kysely<Tables>): Promise<void>;
  /** One statement undoes itself when it fails; several need a savepoint. */
  severalStatements: boolean;
  settle(): void;
  fail(cause: unknown): void;
}

/** So that one transaction does not hold up the event loop for too long. */
const MOST_WRITES_IN_ONE_COMMIT = 256;

/**
 * A writer that lets writes share commits. A commit waits for the disk, 1 to 4 ms, and blocks the
 * whole program meanwhile; what people sent during that time arrives in one turn of the event loop
 * and is committed together at its end. Nobody waits for a timer.
 *
 * @param isInTransaction whether the connection still has its transaction: when the disk is full,
 * SQLite undoes all of it, and the statements after that must not run on their own.
 */
export function createGroupCommit(db: Kysely<Tables>, isInTransaction: () => boolean): Writer {
  const queue: Write[] = [];
  let flushing: Promise<void> | undefined;
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
    for (const write of written) write.settle();
  };

  const enqueue = <T>(
    work: (db: Kysely<Tables>) => Promise<T>,
    severalStatements: boolean,
  ): Promise<T> => {
    if (closed) return Promise.reject(new StoreClosedError());
    return new Promise<T>((resolve, reject) => {
      let result: T;
      queue.push({
        severalStatements,
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
    one: (work) => enqueue(work, false),
    together: (work) => enqueue(work, true),
    async close() {
      closed = true;
      await flushing;
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
