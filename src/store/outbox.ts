import type { Kysely, Selectable } from 'kysely';
import type { Outbox, OutboxMessage } from '../support/outbox.js';
import { keyText } from './keyText.js';
import { bookLane } from './laneUses.js';
import { endOf, lockQueues, putMessages } from './putMessages.js';
import type { Signal } from './signal.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';

/** Long enough to say a handful of messages, short enough to wait for after a crash. */
const LEASE_MS = 60_000;

/** The outbox as rows, handed out with a lease; the dead letters are those that have `died_at`. */
export function createOutbox(parts: StoreParts, put: Signal): Outbox {
  const { db, writer, kind, now, instanceId: owner } = parts;

  /** Ends the lease with `end`, unless the message was replaced: then the new one is next. */
  const settle = (id: string, end: (to: Kysely<Tables>) => Promise<boolean>): Promise<void> =>
    writer.together(async (to) => {
      if (await end(to)) return;
      await to
        .updateTable('outbox')
        .set({ leased_until: 0 })
        .where('id', '=', keyText(id))
        .where('leased_by', '=', '')
        .execute();
    });

  return {
    async put(...messages) {
      await writer.together((to) => putMessages(to, parts, messages));
      put.tell();
    },

    async take(limit, exceptLanes = []) {
      const time = now();
      return writer.together(async (to) => {
        const first = await to
          .selectFrom('outbox as first')
          .selectAll('first')
          .where('first.died_at', 'is', null)
          .where('first.not_before', '<=', time)
          .where('first.leased_until', '<=', time)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('outbox as earlier')
                  .select('earlier.id')
                  .where('earlier.died_at', 'is', null)
                  .whereRef('earlier.queue', '=', 'first.queue')
                  .whereRef('earlier.position', '<', 'first.position'),
              ),
            ),
          )
          .$if(exceptLanes.length > 0, (query) =>
            query.where('first.lane', 'not in', exceptLanes.map(keyText)),
          )
          .orderBy('first.due_at')
          .orderBy('first.id')
          .limit(limit)
          // SQLite has one writer at a time anyway, and no words for this.
          .$if(kind === 'postgres', (query) => query.forUpdate().skipLocked())
          .execute();
        if (first.length === 0) return [];
        await to
          .updateTable('outbox')
          .set({ leased_by: owner, leased_until: time + LEASE_MS })
          .where(
            'id',
            'in',
            first.map(({ id }) => id),
          )
          .execute();
        return first.map((row) => ({
          ...toMessage(row),
          dueAt: new Date(row.due_at),
          attempts: row.attempts,
        }));
      });
    },

    book: (lane, limits) => writer.noteTogether((to) => bookLane(to, parts, lane, limits)),

    done: (id) =>
      settle(id, async (to) => {
        const { numDeletedRows } = await to
          .deleteFrom('outbox')
          .where('id', '=', keyText(id))
          .where('leased_by', '=', owner)
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0;
      }),

    async postpone(id, until, reason) {
      await writer.one((to) =>
        to
          .updateTable('outbox')
          .set(({ eb }) => ({
            not_before: until.getTime(),
            leased_until: 0,
            leased_by: '',
            ...(reason === undefined ? {} : { reason, attempts: eb('attempts', '+', 1) }),
          }))
          .where('id', '=', keyText(id))
          .where('leased_until', '>', 0)
          .where('leased_by', 'in', [owner, ''])
          .execute(),
      );
    },

    bury: (id, reason) =>
      settle(id, async (to) => {
        const { numUpdatedRows } = await to
          .updateTable('outbox')
          .set({ died_at: now(), reason, leased_until: 0, leased_by: '' })
          .where('id', '=', keyText(id))
          .where('leased_by', '=', owner)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0;
      }),

    async dead() {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('died_at', 'is not', null)
        .orderBy('died_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        ...toMessage(row),
        reason: row.reason ?? '',
        diedAt: new Date(row.died_at ?? 0),
      }));
    },

    async retry(id) {
      const revived = await writer.together(async (to) => {
        const row = await to
          .selectFrom('outbox')
          .select(['id', 'queue'])
          .where('id', '=', keyText(id))
          .where('died_at', 'is not', null)
          .executeTakeFirst();
        if (!row) return false;
        if (kind === 'postgres') await lockQueues(to, [row.queue]);
        const { numUpdatedRows } = await to
          .updateTable('outbox')
          .set({
            died_at: null,
            reason: null,
            attempts: 0,
            not_before: now(),
            position: endOf(row.queue),
          })
          .where('id', '=', row.id)
          .where('died_at', 'is not', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0;
      });
      if (revived) put.tell();
      return revived;
    },

    async cancel(id) {
      const { numDeletedRows } = await writer.one((to) =>
        to.deleteFrom('outbox').where('id', '=', keyText(id)).executeTakeFirstOrThrow(),
      );
      return numDeletedRows > 0;
    },

    async forget(personId) {
      await writer.one((to) =>
        to.deleteFrom('outbox').where('person_id', '=', keyText(personId)).execute(),
      );
    },

    async depth() {
      const time = now();
      const { waiting, oldest } = await db
        .selectFrom('outbox')
        .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('due_at').as('oldest')])
        .where('died_at', 'is', null)
        .where('due_at', '<=', time)
        .executeTakeFirstOrThrow();
      const { dead } = await db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('dead'))
        .where('died_at', 'is not', null)
        .executeTakeFirstOrThrow();
      // No rows have no smallest value, whatever the types say.
      const since = (oldest as number | null) ?? time;
      return { waiting: Number(waiting), oldestSeconds: (time - since) / 1000, dead: Number(dead) };
    },

    onPut: put.listen,
  };
}

function toMessage(row: Selectable<Tables['outbox']>): OutboxMessage {
  return {
    id: row.id,
    kind: row.kind,
    queue: row.queue,
    lane: row.lane,
    payload: JSON.parse(row.payload) as unknown,
    dueAt: new Date(row.due_at),
    personId: row.person_id ?? undefined,
  };
}
