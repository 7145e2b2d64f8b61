import type { Kysely } from 'kysely';
import { sql } from './kysely.js';
import type { OpenDatabase } from './dialects/openDatabase.js';
import { StoreTooNewError } from './errors/storeTooNewError.js';
import { migrations } from './migrations/migrations.js';

/** Any number that no other program on the same PostgreSQL database uses for its advisory lock. */
const LOCK = 7_306_581_943;

/**
 * Brings the database to the present version, all steps in one transaction. Replicas that start
 * together wait for each other: on SQLite the transaction itself is the lock.
 * @returns the version found, 0 for a new database
 * @throws StoreTooNewError when a newer program has been there; nothing is changed then
 */
export async function migrate(
  { db, kind, name }: Pick<OpenDatabase, 'db' | 'kind' | 'name'>,
  steps: readonly ((db: Kysely<unknown>) => Promise<void>)[] = migrations,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    await transaction.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull().primaryKey())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute();
    const { version } = await transaction
      .selectFrom('schema_version')
      .select(({ fn }) => fn.max('version').as('version'))
      .executeTakeFirstOrThrow();
    const found = version ?? 0;
    if (found > steps.length) throw new StoreTooNewError(found, steps.length, name);
    for (const [index, step] of steps.entries()) {
      if (index < found) continue;
      await step(transaction as unknown as Kysely<unknown>);
      await transaction
        .insertInto('schema_version')
        .values({ version: index + 1, applied_at: Date.now() })
        .execute();
    }
    return found;
  });
}
