import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';
import type { Writer } from './writer.js';

/** What each part of the store works with. */
export interface StoreParts {
  /** For reading; writing goes through `writer`. */
  db: Kysely<Tables>;
  writer: Writer;
  kind: 'sqlite' | 'postgres';
  /** Milliseconds since 1970, by the clock that all replicas agree on. */
  now: () => number;
  /** This process, told from every other one and from its predecessor. */
  instanceId: string;
}
