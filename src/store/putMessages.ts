import type { Kysely } from 'kysely';
import { sql } from './kysely.js';
import type { OutboxMessage } from '../support/outbox.js';
import { keyText } from './keyText.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';

/** Puts messages into the outbox, within whatever transaction `to` is. */
export async function putMessages(
  to: Kysely<Tables>,
  { kind, now }: Pick<StoreParts, 'kind' | 'now'>,
  messages: readonly OutboxMessage[],
): Promise<void> {
  if (kind === 'postgres') await lockQueues(to, messages.map(({ queue }) => queue).map(keyText));
  for (const { id, payload, dueAt, ...message } of messages) {
    const queue = keyText(message.queue);
    const due = dueAt?.getTime() ?? now();
    const content = {
      kind: message.kind,
      queue,
      lane: keyText(message.lane),
      payload: JSON.stringify(payload ?? null),
      person_id: message.personId === undefined ? null : keyText(message.personId),
      due_at: due,
      not_before: due,
      attempts: 0,
      // Whoever is saying the earlier one has not said this one.
      leased_by: '',
      reason: null,
      died_at: null,
    };
    await to
      .insertInto('outbox')
      .values({ ...content, id: keyText(id), leased_until: 0, position: endOf(queue) })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          ...content,
          position: sql`case
            when outbox.died_at is null and outbox.queue = excluded.queue then outbox.position
            else excluded.position end`,
        }),
      )
      .execute();
  }
}

/** The place behind everything that stands in the queue. */
export function endOf(queue: string) {
  return sql<number>`(select coalesce(max(position), 0) + 1 from outbox where queue = ${queue})`;
}

/**
 * Lets nobody else put into these queues until the transaction has ended: two replicas would see
 * the same end. Always in the same order, so that they do not wait for each other.
 */
export async function lockQueues(to: Kysely<Tables>, queues: readonly string[]): Promise<void> {
  for (const queue of [...new Set(queues)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${queue}, 0))`.execute(to);
  }
}
