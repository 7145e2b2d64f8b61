import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/**
 * Writing, for every part of the store. Each promise is fulfilled only after the commit has
 * reached the disk. `work` does nothing but queries on what it is given: on SQLite other people's
 * writes wait for it in the same transaction.
 */
export interface Writer {
  /** One statement. */
  one<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Several statements that count together or not at all. */
  together<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Waits until all that was asked for is written; from then on, writing is refused. */
  close(): Promise<void>;
}
