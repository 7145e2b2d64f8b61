import type { InsertQueryBuilder } from 'kysely';
import { sql } from './kysely.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';

/**
 * For statements given to `writer.note`: on PostgreSQL the commit that they are does not wait for
 * the server's disk, which then has it within 0.6 s
 * (https://www.postgresql.org/docs/current/wal-async-commit.html). To say so in the statement
 * itself spares it a transaction of its own.
 */
export function withoutDisk({ kind }: Pick<StoreParts, 'kind'>) {
  return <Table extends keyof Tables, Row>(
    query: InsertQueryBuilder<Tables, Table, Row>,
  ): InsertQueryBuilder<Tables, Table, Row> =>
    kind === 'postgres'
      ? (query.returning(
          sql`set_config('synchronous_commit', 'off', true)`.as('durability'),
        ) as typeof query)
      : query;
}
