import type { Kysely } from 'kysely';
import type { Topic } from '../news.js';
import type { Tables } from '../tables.js';
import type { Writer } from '../writer.js';

export type NewsListener = (topic?: Topic, from?: string) => void;

/** An open database of either kind, as the rest of the store sees it. */
export interface OpenDatabase {
  db: Kysely<Tables>;
  writer: Writer;
  /** For the two places where the databases differ: locks, and who else may be working. */
  kind: 'sqlite' | 'postgres';
  /** For messages to operators; without a password. */
  name: string;
  /** Turns a driver's error at start into one that tells what to do. */
  explain(err: unknown): unknown;
  /** How far the database's clock is ahead of ours, in ms: replicas agree on its time. */
  clockOffsetMs(): Promise<number>;
  /**
   * Hears what processes tell, this one as well, and which of them, by its instance id, where the
   * database can pass it on; without a topic, something may have been missed.
   * @returns how to stop listening
   */
  listen?: ((listener: NewsListener) => () => Promise<void>) | undefined;
  close(): Promise<void>;
}
