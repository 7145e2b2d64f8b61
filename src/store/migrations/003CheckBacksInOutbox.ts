import type { Kysely } from 'kysely';

interface Before {
  reminder: {
    id: string;
    due_at: number;
    person_id: string;
    conversation_id: string;
    place: string;
    payload: string;
  };
  outbox: Record<string, string | number | null>;
}

/** Check-backs wait in the outbox, as everything else that the bot says on its own account. */
export async function checkBacksInOutbox(anyDb: Kysely<unknown>): Promise<void> {
  const db = anyDb as Kysely<Before>;
  for (const row of await db.selectFrom('reminder').selectAll().execute()) {
    const { timeZone, ...payload } = JSON.parse(row.payload) as Record<string, unknown>;
    const id = `check-back|${row.id}`;
    await db
      .insertInto('outbox')
      .values({
        id,
        kind: 'check-back',
        queue: id,
        position: 1,
        lane: row.conversation_id,
        payload: JSON.stringify({ place: JSON.parse(row.place) as unknown, timeZone, payload }),
        person_id: row.person_id,
        due_at: row.due_at,
        not_before: row.due_at,
        attempts: 0,
        leased_by: '',
        leased_until: 0,
      })
      .execute();
  }
  await db.schema.dropTable('reminder').execute();
}
