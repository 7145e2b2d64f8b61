import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/**
 * Writing, for every part of the store. `work` does nothing but queries on what it is given: on
 * SQLite other people's writes wait for it in the same transaction.
 */
export interface Writer {
  /** One statement; fulfilled after the commit has reached the disk. */
  one<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Several statements that count together or not at all; fulfilled likewise. */
  together<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /**
   * One statement for what nobody was promised, fulfilled after the commit. The end of this process
   * cannot undo it; when the machine fails, the last moment's may be lost. On PostgreSQL the
   * statement gives back `withoutDisk`.
   */
  note<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** The same for several statements that count together or not at all. */
  noteTogether<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Waits until all that was asked for is written; from then on, writing is refused. */
  close(): Promise<void>;
}
