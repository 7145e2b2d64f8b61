import type { Asking, Case, CaseEvent } from '../../../src/support/cases/case.js';
import type { CaseStore } from '../../../src/support/cases/caseStore.js';
import type { OutboxMessage } from '../../../src/support/outbox.js';
import type { Bench } from '../contract.js';

export const moderator = { id: 'marie', name: 'Marie' };

/** Cases, and what belongs to them, as the contracts' tests need them. */
export function caseSamples(bench: Bench) {
  let lastAsking = 0;
  const asking = (person: string, more: Partial<Asking> = {}): Asking => ({
    id: `asking ${(lastAsking += 1)}`,
    person: { id: person, name: person.toUpperCase() },
    place: {
      scope: 'channel',
      conversationId: `thread of ${person}`,
      roomId: 'room',
      address: { a: 1 },
    },
    text: `${person} ne reçoit pas le code`,
    language: 'fr',
    reason: 'nothing-matched',
    askedAt: bench.now(),
    state: 'waiting',
    ...more,
  });
  const newCase = (id: string, more: Partial<Case> = {}): Case => ({
    id,
    version: 0,
    state: 'open',
    text: 'Je ne reçois pas le code',
    language: 'fr',
    askings: [asking(`asker of ${id}`)],
    guesses: [{ id: 'no-sms', confidence: 0.4 }],
    openedAt: bench.now(),
    changedAt: bench.now(),
    ...more,
  });
  const event = (kind: CaseEvent['kind'], more: Partial<CaseEvent> = {}): CaseEvent => ({
    kind,
    by: moderator,
    at: bench.now(),
    ...more,
  });
  const card = (id: string): OutboxMessage => ({
    id: `card ${id}`,
    kind: 'case-card',
    queue: id,
    lane: 'moderators',
    payload: { id },
  });
  const open = (cases: CaseStore, next: Case) =>
    cases.open({ next, event: event('opened'), messages: [card(next.id)] });
  return { asking, newCase, event, card, open };
}
