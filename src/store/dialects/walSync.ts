import { open, type FileHandle } from 'node:fs/promises';

export interface WalSync {
  /** Resolves when everything committed so far has reached the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Brings SQLite's write-ahead log to the disk in the thread pool, where SQLite's own
 * `synchronous = FULL` does the same on the event loop: after each commit the log is synced, and
 * that is all (https://www.sqlite.org/pragma.html#pragma_synchronous). The log is one file for as
 * long as a connection is open; unlike the database file it carries no locks, which closing a
 * second handle would lose (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
 */
export function createWalSync(file: string): WalSync {
  let log: Promise<FileHandle> | undefined;
  const openLog = async (): Promise<FileHandle> => {
    try {
      // There from the first commit on. Windows syncs only what may be written to.
      return await open(`${file}-wal`, 'r+');
    } catch (err) {
      // There may be too many open files at this moment: the next one tries again.
      log = undefined;
      throw err;
    }
  };
  return {
    async sync() {
      await (await (log ??= openLog())).datasync();
    },
    async close() {
      // Whoever waited for a log that could not be opened has been told.
      const opened = await log?.catch(() => undefined);
      await opened?.close();
    },
  };
}
