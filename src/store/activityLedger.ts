import type { Expression, SqlBool } from 'kysely';
import type { ActivityLedger, Log } from '../support/ports.js';
import { compileOnce } from './compileOnce.js';
import { gather } from './gather.js';
import { keyText } from './keyText.js';
import { sql } from './kysely.js';
import { repeat } from '../support/repeat.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';
import { withoutDisk } from './withoutDisk.js';

/** An owner that has not renewed its hold for this long counts as dead. */
const LEASE_MS = 20_000;
const RENEWAL_MS = 6_000;
/** Nobody delivers an activity again after a day. */
const KEPT_MS = 24 * 60 * 60 * 1000;

type Row = Tables['activity'];
/** In the order in which the values are given. */
const EMPTY_ROW: Row = { key: '', state: 'done', owner: '', expires_at: 0 };

export interface ClosableLedger extends ActivityLedger {
  close(): void;
}

/**
 * The ledger. What this process is working on is in a set in memory. On PostgreSQL it is also in a
 * row with a lease, for the other replicas to see. SQLite has one process only, and whatever its
 * dead predecessor was working on may be tried again: there the row is saved, and so is a commit
 * for each message.
 */
export function createActivityLedger(parts: StoreParts, log: Log): ClosableLedger {
  const { db, writer, now, instanceId: owner } = parts;
  const othersWork = parts.kind === 'postgres';
  const working = new Set<string>();

  const selectDone = compileOnce<{ key: string }>(() =>
    db.selectFrom('activity').select('key').where('key', '=', '').where('expires_at', '>', 0),
  );
  const isDone = async (key: string): Promise<boolean> => {
    const { rows } = await db.executeQuery(selectDone(1, [key, now()]));
    return rows.length > 0;
  };

  /** Inserts rows, or takes over those that are there; `onlyIf` says which may be. */
  const upsert = (count: number, onlyIf?: Expression<SqlBool>) =>
    db
      .insertInto('activity')
      .values(Array.from({ length: count }, () => EMPTY_ROW))
      .onConflict((conflict) => {
        const update = conflict.column('key').doUpdateSet(({ ref }) => ({
          state: ref('excluded.state'),
          owner: ref('excluded.owner'),
          expires_at: ref('excluded.expires_at'),
        }));
        return onlyIf ? update.where(onlyIf) : update;
      })
      .$call(withoutDisk(parts));
  /** The values of each row; always in the same order, since two replicas must not wait for each other. */
  const rowsOf = (keys: string[], state: Row['state'], heldMs: number): unknown[][] => {
    const expiresAt = now() + heldMs;
    return [...new Set(keys)].sort().map((key) => [key, state, owner, expiresAt]);
  };

  const upsertDone = compileOnce((count) => upsert(count));
  const finishAll = gather(async (keys: string[]) => {
    const rows = rowsOf(keys, 'done', KEPT_MS);
    await writer.note((to) => to.executeQuery(upsertDone(rows.length, rows.flat())));
    return keys;
  }, othersWork);

  /** A row is free that is new, out of date, or left by a try of ours that broke off. */
  const upsertFree = compileOnce((count) =>
    upsert(
      count,
      sql<SqlBool>`activity.expires_at <= ${0} or (activity.state = 'working' and activity.owner = ${''})`,
    ).returning('key'),
  );
  /** Takes the rows that are free, and tells which they were. */
  const takeAll = gather(async (keys: string[]) => {
    const wanted = rowsOf(keys, 'working', LEASE_MS);
    const values = [...wanted.flat(), now(), owner];
    const { rows } = await writer.note((to) => to.executeQuery(upsertFree(wanted.length, values)));
    const taken = new Set(rows.map(({ key }) => key));
    return keys.map((key) => taken.has(key));
  }, othersWork);

  const renew = async (): Promise<void> => {
    if (working.size === 0) return;
    await writer.one((to) =>
      to
        .updateTable('activity')
        .set({ expires_at: now() + LEASE_MS })
        .where('state', '=', 'working')
        .where('owner', '=', owner)
        .where('key', 'in', [...working])
        .execute(),
    );
  };
  const renewal = othersWork
    ? repeat(RENEWAL_MS, renew, (err) => log.warn({ err }, 'could not renew the hold on messages'))
    : undefined;

  return {
    async begin(activityKey) {
      const key = keyText(activityKey);
      if (working.has(key)) return 'duplicate';
      // Before the first await, so that two deliveries at once cannot both pass.
      working.add(key);
      try {
        const isNew = othersWork ? await takeAll(key) : !(await isDone(key));
        if (!isNew) working.delete(key);
        return isNew ? 'new' : 'duplicate';
      } catch (err) {
        working.delete(key);
        throw err;
      }
    },

    async finish(activityKey) {
      const key = keyText(activityKey);
      await finishAll(key);
      // If that failed, the key stays in the set: it was handled all the same.
      working.delete(key);
    },

    async release(activityKey) {
      const key = keyText(activityKey);
      working.delete(key);
      if (!othersWork) return;
      await writer.one((to) =>
        to
          .deleteFrom('activity')
          .where('key', '=', key)
          .where('state', '=', 'working')
          .where('owner', '=', owner)
          .execute(),
      );
    },

    close: () => renewal?.stop(),
  };
}
