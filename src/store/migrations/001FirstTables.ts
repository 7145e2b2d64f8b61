import type { Kysely } from 'kysely';

/** Memory's documents, the activities seen, feedback and reminders. */
export async function firstTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_key', ['kind', 'id'])
    .execute();
  await db.schema.createIndex('document_expiry').on('document').column('expires_at').execute();

  await db.schema
    .createTable('activity')
    .addColumn('key', 'text', (column) => column.notNull().primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('activity_expiry').on('activity').column('expires_at').execute();

  await db.schema
    .createTable('feedback')
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('helped', 'integer', (column) => column.notNull())
    .addColumn('revision', 'text', (column) => column.notNull())
    .addColumn('given_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['person_id', 'conversation_id', 'topic'])
    .execute();
  await db.schema
    .createTable('feedback_total')
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('revision', 'text', (column) => column.notNull())
    .addColumn('helped', 'integer', (column) => column.notNull())
    .addColumn('votes', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_total_key', ['topic', 'language', 'revision', 'helped'])
    .execute();

  await db.schema
    .createTable('reminder')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('leased_until', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('reminder_due').on('reminder').column('due_at').execute();
}
