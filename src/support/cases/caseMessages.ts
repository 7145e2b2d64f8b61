import type { OutboxMessage } from '../outbox.js';
import type { Asking, Case, CaseAnswer } from './case.js';

/** All that is sent to the moderators' channel waits in one lane. */
export const MODERATORS_LANE = 'moderators';

/** The moderators' card, new or brought up to date: many changes at once need one update. */
export function caseCardMessage({ id }: Pick<Case, 'id'>): OutboxMessage {
  return {
    id: `case-card|${id}`,
    kind: 'case-card',
    queue: id,
    lane: MODERATORS_LANE,
    payload: { case: id },
  };
}

/**
 * The moderators' card where it stands, after somebody was forgotten; nothing where none does, since
 * that must not bring up what was closed long ago.
 */
export function standingCardMessage(id: string): OutboxMessage {
  return {
    ...caseCardMessage({ id }),
    id: `case-card|${id}|standing`,
    payload: { case: id, onlyWhereItStands: true },
  };
}

/** A moderator's answer on its way to one asker. */
export function answerMessage(
  { id, version }: Pick<Case, 'id' | 'version'>,
  asking: Asking,
  answer: CaseAnswer,
): OutboxMessage {
  return {
    id: `case-answer|${id}|${asking.id}|${version}`,
    kind: 'case-answer',
    queue: id,
    lane: asking.place.conversationId,
    payload: { case: id, asking: asking.id, answer },
    personId: asking.person.id,
  };
}

/** "Nobody could answer", to one asker of a case whose text will be gone by then. */
export function caseExpiredMessage(
  { id, version }: Pick<Case, 'id' | 'version'>,
  { id: asking, person, place, language }: Asking,
): OutboxMessage {
  return {
    id: `case-expired|${id}|${asking}|${version}`,
    kind: 'case-expired',
    queue: id,
    lane: place.conversationId,
    payload: { case: id, person, place, language },
    personId: person.id,
  };
}

/** "Nobody has taken this case yet", once. */
export function caseReminderMessage({ id }: Pick<Case, 'id'>): OutboxMessage {
  return {
    id: `case-reminder|${id}`,
    kind: 'case-reminder',
    queue: id,
    lane: MODERATORS_LANE,
    payload: { case: id },
  };
}
