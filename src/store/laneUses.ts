import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from './kysely.js';
import type { LaneLimit } from '../support/outbox.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';

/** No limit looks back further. */
const KEPT_MS = 3_600_000;

/**
 * Counts one message into a lane, unless that would be one too many, within the transaction `to`.
 * @returns 0, or the milliseconds until there is room
 */
export async function bookLane(
  to: Kysely<Tables>,
  { kind, now }: Pick<StoreParts, 'kind' | 'now'>,
  laneName: string,
  limits: readonly LaneLimit[],
): Promise<number> {
  // A name may be that of somebody's chat; to tell lanes apart its digest does as well.
  const lane = createHash('sha256').update(laneName).digest('base64url');
  // Two replicas must not both see the last free place; on SQLite there is one writer anyway.
  if (kind === 'postgres')
    await sql`select pg_advisory_xact_lock(hashtextextended(${lane}, 1))`.execute(to);
  const at = now();
  let waitMs = 0;
  for (const { most, withinMs } of limits) {
    const nth = await to
      .selectFrom('lane_use')
      .select('used_at')
      .where('lane', '=', lane)
      // After a clock was put back, what lies ahead of it must not hold up anybody.
      .where('used_at', '<=', at)
      .orderBy('used_at', 'desc')
      .limit(1)
      .offset(most - 1)
      .executeTakeFirst();
    if (nth) waitMs = Math.max(waitMs, nth.used_at + withinMs - at);
  }
  if (waitMs === 0) await to.insertInto('lane_use').values({ lane, used_at: at }).execute();
  return waitMs;
}

/** Deletes what no limit looks back to any more. @returns how many rows went */
export async function deleteLaneUses(to: Kysely<Tables>, at: number): Promise<number> {
  const { numDeletedRows } = await to
    .deleteFrom('lane_use')
    .where('used_at', '<=', at - KEPT_MS)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
