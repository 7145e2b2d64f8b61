import type { Kysely } from 'kysely';

/** Cases, who asks them and what happened to them; and what waits to be said. */
export async function casesAndOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('help_case')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('asked', 'integer', (column) => column.notNull())
    .addColumn('guesses', 'text', (column) => column.notNull())
    .addColumn('claimed_by_id', 'text')
    .addColumn('claimed_by_name', 'text')
    .addColumn('answer', 'text')
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('emptied', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('help_case_state')
    .on('help_case')
    .columns(['state', 'opened_at'])
    .execute();

  await db.schema
    .createTable('asking')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('person_name', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('folded_text', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('asking_case')
    .on('asking')
    .columns(['case_id', 'position'])
    .execute();
  await db.schema
    .createIndex('asking_person')
    .on('asking')
    .columns(['person_id', 'conversation_id'])
    .execute();

  await db.schema
    .createTable('case_event')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('happened_at', 'bigint', (column) => column.notNull())
    .addColumn('note', 'text')
    .addPrimaryKeyConstraint('case_event_key', ['case_id', 'version'])
    .execute();
  await db.schema.createIndex('case_event_person').on('case_event').column('by_id').execute();

  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('queue', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('leased_by', 'text', (column) => column.notNull())
    .addColumn('leased_until', 'bigint', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('died_at', 'bigint')
    .execute();
  await db.schema.createIndex('outbox_queue').on('outbox').columns(['queue', 'position']).execute();
  await db.schema
    .createIndex('outbox_next')
    .on('outbox')
    .columns(['died_at', 'not_before'])
    .execute();
  await db.schema.createIndex('outbox_person').on('outbox').column('person_id').execute();
}
