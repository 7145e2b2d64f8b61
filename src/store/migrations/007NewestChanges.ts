import type { Kysely } from 'kysely';

/** Finds the cases that changed last, which the tab asks for all the time. */
export async function newestChanges(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('help_case_changed')
    .on('help_case')
    .columns(['changed_at desc', 'id'])
    .execute();
}
