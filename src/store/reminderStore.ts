import type { Reminder, ReminderStore } from '../support/ports.js';
import { keyText } from './keyText.js';
import type { StoreParts } from './storeParts.js';

/** Long enough to deliver a handful of messages, short enough to wait for after a crash. */
const LEASE_MS = 60_000;

/** Reminders as rows, handed out with a lease. */
export function createReminderStore({ writer, kind }: StoreParts): ReminderStore {
  return {
    async add({ id, dueAt, place, personId, payload }) {
      const content = {
        due_at: dueAt.getTime(),
        person_id: keyText(personId),
        conversation_id: keyText(place.conversationId),
        place: JSON.stringify(place),
        payload: JSON.stringify(payload ?? null),
        leased_until: 0,
      };
      await writer.one((to) =>
        to
          .insertInto('reminder')
          .values({ id: keyText(id), ...content })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(content))
          .execute(),
      );
    },

    async takeDue(now, limit) {
      const at = now.getTime();
      return writer.together(async (to) => {
        const due = await to
          .selectFrom('reminder')
          .selectAll()
          .where('due_at', '<=', at)
          .where('leased_until', '<=', at)
          .orderBy('due_at')
          .orderBy('id')
          .limit(limit)
          // SQLite has one writer at a time anyway, and no words for this.
          .$if(kind === 'postgres', (query) => query.forUpdate().skipLocked())
          .execute();
        if (due.length === 0) return [];
        await to
          .updateTable('reminder')
          .set({ leased_until: at + LEASE_MS })
          .where(
            'id',
            'in',
            due.map(({ id }) => id),
          )
          .execute();
        return due.map(toReminder);
      });
    },

    async done(id) {
      await writer.one((to) => to.deleteFrom('reminder').where('id', '=', keyText(id)).execute());
    },

    async postpone(id, until) {
      await writer.one((to) =>
        to
          .updateTable('reminder')
          .set({ due_at: until.getTime(), leased_until: 0 })
          .where('id', '=', keyText(id))
          .execute(),
      );
    },

    async cancel({ id, personId, conversationId }) {
      const wanted = { id, person_id: personId, conversation_id: conversationId };
      const columns = ['id', 'person_id', 'conversation_id'] as const;
      const given = columns.flatMap((column) => {
        const value = wanted[column];
        return value === undefined ? [] : [{ column, value: keyText(value) }];
      });
      if (given.length === 0) throw new TypeError('say which reminders to cancel');
      const { numDeletedRows } = await writer.one((to) =>
        given
          .reduce(
            (query, { column, value }) => query.where(column, '=', value),
            to.deleteFrom('reminder'),
          )
          .executeTakeFirstOrThrow(),
      );
      return Number(numDeletedRows);
    },

    async forget(personId) {
      await writer.one((to) =>
        to.deleteFrom('reminder').where('person_id', '=', keyText(personId)).execute(),
      );
    },
  };
}

function toReminder(row: {
  id: string;
  due_at: number;
  place: string;
  person_id: string;
  payload: string;
}): Reminder {
  return {
    id: row.id,
    dueAt: new Date(row.due_at),
    place: JSON.parse(row.place) as Reminder['place'],
    personId: row.person_id,
    payload: JSON.parse(row.payload) as unknown,
  };
}
