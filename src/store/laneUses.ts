import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from './kysely.js';
import type { LaneLimit } from '../support/outbox.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';
import { withoutDisk } from './withoutDisk.js';

/** No limit looks back further. */
const KEPT_MS = 3_600_000;

/**
 * Counts one message into a lane, unless that would be one too many, within the transaction `to`:
 * a note, since after a failure of the machine the last moment's messages need not be counted.
 * @param limits at least one
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
  const uses = await to
    .selectFrom('lane_use')
    .select('used_at')
    .where('lane', '=', lane)
    .where('used_at', '>', at - Math.max(...limits.map(({ withinMs }) => withinMs)))
    // After a clock was put back, what lies ahead of it must not hold up anybody.
    .where('used_at', '<=', at)
    .orderBy('used_at', 'desc')
    .limit(Math.max(...limits.map(({ most }) => most)))
    .execute();
  const waits = limits.map(({ most, withinMs }) => {
    const first = uses[most - 1];
    return first ? first.used_at + withinMs - at : 0;
  });
  const waitMs = Math.max(0, ...waits);
  if (waitMs === 0) {
    await to
      .insertInto('lane_use')
      .values({ lane, used_at: at })
      .$call(withoutDisk({ kind }))
      .execute();
  }
  return waitMs;
}

/**
 * Deletes some of what no limit looks back to any more.
 * @param shared whether other replicas may be deleting at the same time
 * @returns how many rows went
 */
export async function deleteLaneUses(
  to: Kysely<Tables>,
  at: number,
  most: number,
  shared: boolean,
): Promise<number> {
  // The rows have no key of their own: several may be alike.
  const row = sql.ref(shared ? 'ctid' : 'rowid');
  const { numAffectedRows } = await sql`
    delete from lane_use where ${row} in (
      select ${row} from lane_use where used_at <= ${at - KEPT_MS} limit ${most}
      ${shared ? sql`for update skip locked` : sql``}
    )`.execute(to);
  return Number(numAffectedRows ?? 0);
}
