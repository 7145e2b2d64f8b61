import type { OutboxMessage } from '../../../src/support/outbox.js';

/** A message in a queue of its own, unless `more` says otherwise. */
export function message(id: string, more: Partial<OutboxMessage> = {}): OutboxMessage {
  return { id, kind: 'case-card', queue: id, lane: 'thread 1', payload: { case: id }, ...more };
}

export const ids = (messages: { id: string }[]) => messages.map(({ id }) => id);
