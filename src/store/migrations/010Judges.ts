import type { Kysely } from 'kysely';

/** Which program found a revision good: the same program need not check it again. */
export async function judges(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('revision').addColumn('judged_by', 'text').execute();
}
