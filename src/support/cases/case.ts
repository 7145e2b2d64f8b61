import type { TopicMatch } from '../../matching/types.js';
import type { Place } from '../question.js';

/** Where a case stands. An asker who withdraws leaves it; without askers it is dismissed. */
export type CaseState = 'open' | 'claimed' | 'answered' | 'dismissed' | 'reopened';

/** Where somebody still waits for an answer. */
export const WAITING_STATES = ['open', 'claimed', 'reopened'] as const satisfies CaseState[];

/** Why a question became a case. */
export type CaseReason = 'nothing-matched' | 'none-of-these' | 'did-not-help' | 'person-wanted';

/** Somebody who acts: a moderator, an asker, or the bot itself. */
export interface Actor {
  id: string;
  name: string;
}

/** One person's way of asking what a case is about; what they wrote is masked before it is here. */
export interface Asking {
  /** Names nobody: it stays when the person is forgotten. */
  id: string;
  person: Actor;
  place: Place;
  text: string;
  language: string;
  reason: CaseReason;
  /** The topic that did not help, where that is the reason. */
  topic?: string | undefined;
  askedAt: Date;
  /** 'answered' by a moderator; an asker who was not helped waits again. */
  state: 'waiting' | 'answered' | 'withdrawn';
}

/** What a moderator answered with: words of their own, or a topic's card. */
export type CaseAnswer =
  { kind: 'text'; text: string; language: string } | { kind: 'topic'; topic: string };

/** A question that people wait for an answer to; similar ones share a case. */
export interface Case {
  /** Short enough to be read out, such as "C7K3M9". */
  id: string;
  /** Goes up with each change: whoever changes a case names the version they saw. */
  version: number;
  state: CaseState;
  /** What the first asker wrote, masked; empty once its time has passed. */
  text: string;
  language: string;
  /** At least one, in the order in which they asked. */
  askings: readonly Asking[];
  /** What the matcher thought of, best first. */
  guesses: readonly TopicMatch[];
  claimedBy?: Actor | undefined;
  answer?: CaseAnswer | undefined;
  openedAt: Date;
  changedAt: Date;
}

export type CaseEventKind =
  | 'opened'
  | 'joined'
  | 'claimed'
  | 'released'
  | 'answered'
  | 'dismissed'
  | 'reopened'
  | 'withdrawn'
  | 'reminded'
  /** Nobody had done anything with it for as long as texts are kept. */
  | 'expired'
  | 'taught';

/** What happened to a case, when, and by whom. */
export interface CaseEvent {
  kind: CaseEventKind;
  by: Actor;
  at: Date;
  /** Whatever makes the event understood later, such as the topic that was used. */
  note?: string | undefined;
}

/** Whether nobody need do anything with it any more. */
export function isClosed({ state }: Pick<Case, 'state'>): boolean {
  return state === 'answered' || state === 'dismissed';
}

/** Who still asks it: those who withdrew are left out. */
export function askersOf({ askings }: Pick<Case, 'askings'>): readonly Asking[] {
  return askings.filter(({ state }) => state !== 'withdrawn');
}

/** Whose card a moderator is shown before an answer is sent: the first of those who wait for it. */
export function shownFirst({ askings }: Pick<Case, 'askings'>): Asking | undefined {
  return askings.find(({ state }) => state === 'waiting') ?? askings[0];
}
