import type { Kysely } from 'kysely';

/** Finds what no limit looks back to any more, which is deleted a few hundred at a time. */
export async function laneUseTimes(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('lane_use_time').on('lane_use').column('used_at').execute();
}
