import type { Kysely } from 'kysely';

/** When something was said in which conversation: Teams counts, whatever replica said it. */
export async function laneUses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lane_use')
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('lane_use_lane')
    .on('lane_use')
    .columns(['lane', 'used_at'])
    .execute();
}
