import type { Kysely } from 'kysely';

/** Questions counted by day, and what finds the askings and answers of a time. */
export async function questionCounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_count')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('question_count_key', ['day', 'outcome', 'topic', 'language'])
    .execute();
  await db.schema.createIndex('asking_time').on('asking').column('asked_at').execute();
  await db.schema
    .createIndex('case_event_time')
    .on('case_event')
    .columns(['kind', 'happened_at'])
    .execute();
}
