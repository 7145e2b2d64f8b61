import type { ActivityLedger, Log } from '../support/ports.js';
import { compileOnce } from './compileOnce.js';
import { gather } from './gather.js';
import { keyText } from './keyText.js';
import { repeat } from '../support/repeat.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';
import { withoutDisk } from './withoutDisk.js';

/** An owner that has not renewed its hold for this long counts as dead. */
const LEASE_MS = 20_000;
const RENEWAL_MS = 6_000;
/** Nobody delivers an activity again after a day. */
const KEPT_MS = 24 * 60 * 60 * 1000;

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

  const upsertDone = compileOnce((count) =>
    db
      .insertInto('activity')
      .values(Array.from({ length: count }, () => doneRow('', '', 0)))
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet(({ ref }) => ({
          state: ref('excluded.state'),
          owner: ref('excluded.owner'),
          expires_at: ref('excluded.expires_at'),
        })),
      )
      .$call(withoutDisk(parts)),
  );
  const finishAll = gather(async (keys: string[]) => {
    const expiresAt = now() + KEPT_MS;
    const rows = [...new Set(keys)].sort().map((key) => doneRow(key, owner, expiresAt));
    const values = rows.flatMap((row) => [row.key, row.state, row.owner, row.expires_at]);
    await writer.note((to) => to.executeQuery(upsertDone(rows.length, values)));
    return keys;
  });

  /** Takes the row if it is free: new, out of date, or left by a try of ours that broke off. */
  const take = async (key: string): Promise<boolean> => {
    const at = now();
    const row = { key, state: 'working' as const, owner, expires_at: at + LEASE_MS };
    const taken = await writer.note((to) =>
      to
        .insertInto('activity')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ state: row.state, owner, expires_at: row.expires_at })
            .where(({ or, and, eb }) =>
              or([
                eb('activity.expires_at', '<=', at),
                and([eb('activity.state', '=', 'working'), eb('activity.owner', '=', owner)]),
              ]),
            ),
        )
        .returning('key')
        .$call(withoutDisk(parts))
        .executeTakeFirst(),
    );
    return taken !== undefined;
  };

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
        const isNew = othersWork ? await take(key) : !(await isDone(key));
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

function doneRow(key: string, owner: string, expiresAt: number): Tables['activity'] {
  return { key, state: 'done', owner, expires_at: expiresAt };
}
