import type { Kysely } from 'kysely';

/** Content in revisions; a text that several revisions share is kept once. */
export async function revisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('content_text')
    .addColumn('hash', 'text', (column) => column.notNull().primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('revision')
    .addColumn('number', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('based_on', 'integer')
    .addColumn('in_folders', 'integer', (column) => column.notNull())
    .addColumn('files', 'text', (column) => column.notNull())
    .execute();
}
