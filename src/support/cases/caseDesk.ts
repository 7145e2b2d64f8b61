import type { Content } from '../../content/content.js';
import type { TopicMatch } from '../../matching/types.js';
import type { OutboxMessage } from '../outbox.js';
import type { Clock } from '../ports.js';
import type { Place } from '../question.js';
import {
  isClosed,
  type Actor,
  type Asking,
  type Case,
  type CaseAnswer,
  type CaseEventKind,
  type CaseReason,
} from './case.js';
import { CaseConflictError, CaseNotFoundError, CaseStateError } from './caseErrors.js';
import {
  answerMessage,
  caseCardMessage,
  caseExpiredMessage,
  standingCardMessage,
  caseReminderMessage,
} from './caseMessages.js';
import type { CaseStore } from './caseStore.js';
import { askTheSame, gistOf } from './similarity.js';

/** A question that becomes a case; its text is masked already. */
export interface NewAsking {
  text: string;
  language: string;
  person: Actor;
  place: Place;
  reason: CaseReason;
  topic?: string | undefined;
  guesses: readonly TopicMatch[];
}

export interface CaseDeskParts {
  cases: CaseStore;
  content: () => Content;
  clock: Clock;
  /** A fresh id, short enough to be read out. */
  newId: () => string;
}

const WAITING_STATES = ['open', 'claimed', 'reopened'] as const;
/** New questions are compared with so many of the newest cases. */
const COMPARED = 500;
/** Cases that are reminded of or expire at a time; the rest follows the next time. */
const MOST_TIDIED = 100;
/** How often a change of the bot's own is tried again when somebody else was first. */
const ATTEMPTS = 5;
const BOT: Actor = { id: 'bot', name: '' };

/** Where questions wait for a person: everything that can happen to a case. */
export function createCaseDesk({ cases, content, clock, newId }: CaseDeskParts) {
  const get = async (id: string): Promise<Case> => {
    const found = await cases.read(id);
    if (!found) throw new CaseNotFoundError(id);
    return found;
  };

  const commit = async (
    next: Case,
    kind: CaseEventKind,
    by: Actor,
    { note, messages = [] }: { note?: string; messages?: OutboxMessage[] } = {},
  ): Promise<Case> => {
    const at = clock();
    const changed = await cases.change({
      next: { ...next, changedAt: at },
      event: { kind, by, at, note },
      messages: [caseCardMessage(next), ...messages],
    });
    if (!changed) throw new CaseConflictError(await get(next.id));
    return changed;
  };

  /** For changes that hold whatever the case has become meanwhile, such as an asker's. */
  const again = async <T>(change: () => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await change();
      } catch (err) {
        if (!(err instanceof CaseConflictError) || attempt >= ATTEMPTS) throw err;
      }
    }
  };

  /** A case that waits and asks the same, if there is one. */
  const similar = async ({ text, language }: NewAsking): Promise<Case | undefined> => {
    const { cases: waiting } = await cases.list({ states: WAITING_STATES, limit: COMPARED });
    const gist = gistOf(content(), text, language);
    return waiting.find(({ askings }) =>
      askings.some(
        (asking) =>
          asking.state === 'waiting' &&
          askTheSame(gist, gistOf(content(), asking.text, asking.language)),
      ),
    );
  };

  const askingOf = ({ text, language, person, place, reason, topic }: NewAsking): Asking => ({
    ...{ id: newId(), text, language, person, place, reason, topic },
    askedAt: clock(),
    state: 'waiting',
  });

  const at = (seen: Case, version: number | undefined): Case => {
    if (version !== undefined && seen.version !== version) throw new CaseConflictError(seen);
    return seen;
  };

  const requireWaiting = (seen: Case, what: string): void => {
    if (isClosed(seen)) throw new CaseStateError(seen, what);
  };

  return {
    get,
    list: cases.list,
    history: cases.history,

    /** Commits a question: as a case of its own, or as one more who asks what others ask. */
    ask: (asked: NewAsking): Promise<Case> =>
      again(async () => {
        const known = await similar(asked);
        const asking = askingOf(asked);
        if (known) {
          const already = known.askings.some(
            ({ person, place, state }) =>
              state === 'waiting' &&
              person.id === asked.person.id &&
              place.conversationId === asked.place.conversationId,
          );
          if (already) return known;
          return commit({ ...known, askings: [...known.askings, asking] }, 'joined', asked.person);
        }
        const now = clock();
        const next: Case = {
          id: newId(),
          version: 0,
          state: 'open',
          text: asked.text,
          language: asked.language,
          askings: [asking],
          guesses: asked.guesses,
          openedAt: now,
          changedAt: now,
        };
        const event = { kind: 'opened' as const, by: asked.person, at: now };
        return cases.open({ next, event, messages: [caseCardMessage(next)] });
      }),

    /** A person's cases, newest first. */
    ofPerson: (personId: string): Promise<Case[]> => cases.ofPerson(personId),

    /** A moderator says "mine". @throws CaseConflictError when another was first */
    async claim(id: string, by: Actor, version?: number): Promise<Case> {
      const seen = at(await get(id), version);
      requireWaiting(seen, 'claimed');
      if (seen.claimedBy && seen.claimedBy.id !== by.id) throw new CaseConflictError(seen);
      return commit({ ...seen, state: 'claimed', claimedBy: by }, 'claimed', by);
    },

    /** A moderator gives a claimed case back. */
    async release(id: string, by: Actor, version?: number): Promise<Case> {
      const seen = at(await get(id), version);
      if (seen.state !== 'claimed') throw new CaseStateError(seen, 'released');
      return commit({ ...seen, state: 'open', claimedBy: undefined }, 'released', by);
    },

    /** Answers everybody who waits. @throws CaseConflictError when another moderator has it */
    answer: (id: string, by: Actor, answer: CaseAnswer): Promise<Case> =>
      again(async () => {
        const seen = await get(id);
        requireWaiting(seen, 'answered');
        if (seen.claimedBy && seen.claimedBy.id !== by.id) throw new CaseConflictError(seen);
        const waiting = seen.askings.filter(({ state }) => state === 'waiting');
        const askings = seen.askings.map((asking) =>
          asking.state === 'waiting' ? { ...asking, state: 'answered' as const } : asking,
        );
        const next: Case = { ...seen, state: 'answered', askings, answer, claimedBy: by };
        return commit(next, 'answered', by, {
          ...(answer.kind === 'topic' ? { note: answer.topic } : {}),
          messages: waiting.map((asking) => answerMessage(seen, asking, answer)),
        });
      }),

    /** Closes a case without an answer. */
    async dismiss(id: string, by: Actor, version?: number): Promise<Case> {
      const seen = at(await get(id), version);
      requireWaiting(seen, 'dismissed');
      return commit({ ...seen, state: 'dismissed' }, 'dismissed', by);
    },

    /** Opens a closed case again; who was answered waits again. */
    async reopen(id: string, by: Actor, version?: number): Promise<Case> {
      const seen = at(await get(id), version);
      if (!isClosed(seen)) throw new CaseStateError(seen, 'reopened');
      const askings = seen.askings.map((asking) =>
        // Whoever was forgotten meanwhile cannot be answered.
        asking.state === 'answered' && asking.person.id !== ''
          ? { ...asking, state: 'waiting' as const }
          : asking,
      );
      return commit({ ...seen, state: 'reopened', askings, claimedBy: undefined }, 'reopened', by);
    },

    /** The asker was not helped by the answer: they alone wait again. */
    notHelped: (id: string, by: Actor): Promise<Case> =>
      again(async () => {
        const seen = await get(id);
        const own = ownAskings(seen, by.id, 'answered');
        if (own.size === 0) throw new CaseNotFoundError(id);
        const askings = seen.askings.map((asking) =>
          own.has(asking.id) ? { ...asking, state: 'waiting' as const } : asking,
        );
        const next: Case = { ...seen, state: 'reopened', askings, claimedBy: undefined };
        return commit(next, 'reopened', by);
      }),

    /** The asker takes the question back; a case that nobody waits for is closed. */
    withdraw: (id: string, by: Actor): Promise<Case> =>
      again(async () => {
        const seen = await get(id);
        const own = ownAskings(seen, by.id, 'waiting');
        if (own.size === 0) throw new CaseNotFoundError(id);
        const askings = seen.askings.map((asking) =>
          own.has(asking.id) ? { ...asking, state: 'withdrawn' as const } : asking,
        );
        const nobodyWaits = askings.every(({ state }) => state !== 'waiting');
        const state = nobodyWaits ? 'dismissed' : seen.state;
        return commit({ ...seen, askings, state }, 'withdrawn', by);
      }),

    /** Notes that a moderator taught the bot with a case. */
    noteTaught: (id: string, by: Actor, topic: string): Promise<Case> =>
      again(async () => commit(await get(id), 'taught', by, { note: topic })),

    /** Reminds the moderators, once, of what nobody has taken. @returns how many cases */
    async remindUnclaimed(openedBefore: Date): Promise<number> {
      const { cases: unclaimed } = await cases.list({
        states: ['open'],
        openedBefore,
        never: 'reminded',
        limit: MOST_TIDIED,
      });
      let reminded = 0;
      for (const each of unclaimed) {
        const at = clock();
        const event = { kind: 'reminded' as const, by: BOT, at };
        // Another replica that is faster has done it then.
        const changed = await cases.change({
          next: { ...each, changedAt: at },
          event,
          messages: [caseReminderMessage(each)],
        });
        if (changed) reminded++;
      }
      return reminded;
    },

    /**
     * Closes what waits and nobody has touched since, and tells those who were promised an answer.
     * @returns how many cases
     */
    async expire(untouchedSince: Date): Promise<number> {
      const { cases: old } = await cases.list({
        states: WAITING_STATES,
        unchangedSince: untouchedSince,
        limit: MOST_TIDIED,
      });
      let expired = 0;
      for (const each of old) {
        const waiting = each.askings.filter(({ state }) => state === 'waiting');
        const changed = await cases.change({
          // The case's last change stays what it was: its words' time is over, they go at once.
          next: { ...each, state: 'dismissed' },
          event: { kind: 'expired', by: BOT, at: clock() },
          messages: [
            caseCardMessage(each),
            ...waiting.map((asking) => caseExpiredMessage(each, asking)),
          ],
        });
        if (changed) expired++;
      }
      return expired;
    },

    /** Takes a person out of all cases; the moderators' cards follow. */
    forget: (personId: string): Promise<void> => cases.forget(personId, standingCardMessage),
  };
}

export type CaseDesk = ReturnType<typeof createCaseDesk>;

function ownAskings(seen: Case, personId: string, state: Asking['state']): ReadonlySet<string> {
  return new Set(
    seen.askings
      .filter((asking) => asking.person.id === personId && asking.state === state)
      .map(({ id }) => id),
  );
}
