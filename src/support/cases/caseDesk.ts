import type { Content } from '../../content/content.js';
import type { TopicMatch } from '../../matching/types.js';
import type { OutboxMessage } from '../outbox.js';
import type { Clock } from '../ports.js';
import type { Place } from '../question.js';
import {
  isClosed,
  WAITING_STATES,
  type Actor,
  type Asking,
  type Case,
  type CaseAnswer,
  type CaseEventKind,
  type CaseReason,
} from './case.js';
import { CaseConflictError, CaseNotFoundError, CaseStateError } from './caseErrors.js';
import { answerMessage, caseCardMessage, standingCardMessage } from './caseMessages.js';
import type { CaseStore } from './caseStore.js';
import { createCaseTidying } from './createCaseTidying.js';
import { askTheSame, gistOf, type Gist } from './similarity.js';

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

/** What becomes of a case, and what has to be said because of it. */
interface Decision {
  next: Case;
  kind: CaseEventKind;
  note?: string;
  messages?: readonly OutboxMessage[];
}

/** New questions are compared with so many of the newest cases. */
const COMPARED = 500;

/** Where questions wait for a person: everything that can happen to a case. */
export function createCaseDesk({ cases, content, clock, newId }: CaseDeskParts) {
  const get = async (id: string): Promise<Case> => {
    const found = await cases.read(id);
    if (!found) throw new CaseNotFoundError(id);
    return found;
  };

  /**
   * Commits what is decided on the case as it is at that moment, with the moderators' card.
   * @returns the case as it is then; unchanged where nothing was decided
   */
  const amend = async (
    id: string,
    by: Actor,
    decide: (seen: Case) => Decision | undefined,
  ): Promise<Case> => {
    const now = await cases.amend(id, (seen) => {
      const decided = decide(seen);
      if (!decided) return undefined;
      const { next, kind, note, messages = [] } = decided;
      const at = clock();
      return {
        next: { ...next, changedAt: at },
        event: { kind, by, at, note },
        messages: [caseCardMessage(next), ...messages],
      };
    });
    if (!now) throw new CaseNotFoundError(id);
    return now;
  };

  /** A case that waits and asks the same, if there is one. */
  const similar = async (gist: Gist): Promise<Case | undefined> => {
    const { cases: waiting } = await cases.list({ states: WAITING_STATES, limit: COMPARED });
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

  /** What is on its way to becoming a case: whoever asks the same meanwhile waits, and joins it. */
  const opening = new Map<Promise<Case>, Gist>();
  const openFor = async (asked: NewAsking, gist: Gist): Promise<Case> => {
    const now = clock();
    const next: Case = {
      id: newId(),
      version: 0,
      state: 'open',
      text: asked.text,
      language: asked.language,
      askings: [askingOf(asked)],
      guesses: asked.guesses,
      openedAt: now,
      changedAt: now,
    };
    const event = { kind: 'opened' as const, by: asked.person, at: now };
    const opened = cases.open({ next, event, messages: [caseCardMessage(next)] });
    opening.set(opened, gist);
    try {
      return await opened;
    } finally {
      opening.delete(opened);
    }
  };

  return {
    get,
    list: cases.list,
    history: cases.history,

    /** Commits a question: as a case of its own, or as one more who asks what others ask. */
    async ask(asked: NewAsking): Promise<Case> {
      const { text, language, person } = asked;
      const gist = gistOf(content(), text, language);
      for (;;) {
        const known = await similar(gist);
        if (!known) {
          const same = [...opening].find(([, other]) => askTheSame(gist, other))?.[0];
          if (!same) return openFor(asked, gist);
          // Whether it was opened or not: then it is looked for again.
          await same.catch(() => undefined);
          continue;
        }
        const joined = await amend(known.id, person, (seen) =>
          isClosed(seen) || waitsIn(seen, asked)
            ? undefined
            : { next: { ...seen, askings: [...seen.askings, askingOf(asked)] }, kind: 'joined' },
        );
        // One that was closed meanwhile is similar no more.
        if (!isClosed(joined)) return joined;
      }
    },

    /** A person's cases, newest first. */
    ofPerson: (personId: string): Promise<Case[]> => cases.ofPerson(personId),

    /** A moderator says "mine". @throws CaseConflictError when another was first */
    claim: (id: string, by: Actor): Promise<Case> =>
      amend(id, by, (seen) => {
        requireWaiting(seen, 'claimed');
        requireNobodyElse(seen, by);
        return { next: { ...seen, state: 'claimed', claimedBy: by }, kind: 'claimed' };
      }),

    /** A moderator gives a claimed case back. */
    release: (id: string, by: Actor, version?: number): Promise<Case> =>
      amend(id, by, (seen) => {
        requireVersion(seen, version);
        if (seen.state !== 'claimed') throw new CaseStateError(seen, 'released');
        return { next: { ...seen, state: 'open', claimedBy: undefined }, kind: 'released' };
      }),

    /** Answers everybody who waits. @throws CaseConflictError when another moderator has it */
    answer: (id: string, by: Actor, answer: CaseAnswer): Promise<Case> =>
      amend(id, by, (seen) => {
        requireWaiting(seen, 'answered');
        requireNobodyElse(seen, by);
        const waiting = seen.askings.filter(({ state }) => state === 'waiting');
        const askings = seen.askings.map((asking) =>
          asking.state === 'waiting' ? { ...asking, state: 'answered' as const } : asking,
        );
        return {
          next: { ...seen, state: 'answered', askings, answer, claimedBy: by },
          kind: 'answered',
          ...(answer.kind === 'topic' ? { note: answer.topic } : {}),
          messages: waiting.map((asking) => answerMessage(seen, asking, answer)),
        };
      }),

    /** Closes a case without an answer. */
    dismiss: (id: string, by: Actor, version?: number): Promise<Case> =>
      amend(id, by, (seen) => {
        requireVersion(seen, version);
        requireWaiting(seen, 'dismissed');
        return { next: { ...seen, state: 'dismissed' }, kind: 'dismissed' };
      }),

    /** Opens a closed case again; who was answered waits again. */
    reopen: (id: string, by: Actor, version?: number): Promise<Case> =>
      amend(id, by, (seen) => {
        requireVersion(seen, version);
        if (!isClosed(seen)) throw new CaseStateError(seen, 'reopened');
        const askings = seen.askings.map((asking) =>
          // Whoever was forgotten meanwhile cannot be answered.
          asking.state === 'answered' && asking.person.id !== ''
            ? { ...asking, state: 'waiting' as const }
            : asking,
        );
        const next: Case = { ...seen, state: 'reopened', askings, claimedBy: undefined };
        return { next, kind: 'reopened' };
      }),

    /**
     * The asker was not helped by the answer: they alone wait again. A case that is open again
     * already, or taken, stays so.
     */
    notHelped: (id: string, by: Actor): Promise<Case> =>
      amend(id, by, (seen) => {
        const own = ownAskings(seen, by.id, 'answered');
        if (own.size === 0) throw new CaseNotFoundError(id);
        const askings = seen.askings.map((asking) =>
          own.has(asking.id) ? { ...asking, state: 'waiting' as const } : asking,
        );
        const again = isClosed(seen) ? { state: 'reopened' as const, claimedBy: undefined } : {};
        return { next: { ...seen, askings, ...again }, kind: 'reopened' };
      }),

    /** The asker takes the question back; a case that nobody waits for is closed. */
    withdraw: (id: string, by: Actor): Promise<Case> =>
      amend(id, by, (seen) => {
        const own = ownAskings(seen, by.id, 'waiting');
        if (own.size === 0) throw new CaseNotFoundError(id);
        const askings = seen.askings.map((asking) =>
          own.has(asking.id) ? { ...asking, state: 'withdrawn' as const } : asking,
        );
        const nobodyWaits = askings.every(({ state }) => state !== 'waiting');
        const state = nobodyWaits ? 'dismissed' : seen.state;
        return { next: { ...seen, askings, state }, kind: 'withdrawn' };
      }),

    /** Notes that a moderator taught the bot with a case. */
    noteTaught: (id: string, by: Actor, topic: string): Promise<Case> =>
      amend(id, by, (seen) => ({ next: seen, kind: 'taught', note: topic })),

    ...createCaseTidying(cases, clock),

    /** Takes a person out of all cases; the moderators' cards follow. */
    forget: (personId: string): Promise<void> => cases.forget(personId, standingCardMessage),
  };
}

export type CaseDesk = ReturnType<typeof createCaseDesk>;

function requireWaiting(seen: Case, what: string): void {
  if (isClosed(seen)) throw new CaseStateError(seen, what);
}

function requireNobodyElse(seen: Case, by: Actor): void {
  if (seen.claimedBy && seen.claimedBy.id !== by.id) throw new CaseConflictError(seen);
}

function requireVersion(seen: Case, version: number | undefined): void {
  if (version !== undefined && seen.version !== version) throw new CaseConflictError(seen);
}

/** Whether they ask it already, and in that conversation. */
function waitsIn({ askings }: Case, { person, place }: NewAsking): boolean {
  return askings.some(
    (asking) =>
      asking.state === 'waiting' &&
      asking.person.id === person.id &&
      asking.place.conversationId === place.conversationId,
  );
}

function ownAskings(seen: Case, personId: string, state: Asking['state']): ReadonlySet<string> {
  return new Set(
    seen.askings
      .filter((asking) => asking.person.id === personId && asking.state === state)
      .map(({ id }) => id),
  );
}
