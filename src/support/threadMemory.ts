import type { Topic } from '../content/types.generated.js';
import type { Memory } from './ports.js';
import type { Question } from './question.js';
import type { CardView, Choice } from './reply.js';

/** What the bot remembers of a thread. */
export interface Thread {
  /** Who opened it; unknown when the bot did not see its first message. */
  starterId?: string;
  /** Somebody other than the one who opened it has written there. */
  othersJoined: boolean;
  /** How many answers nobody had asked the bot for. */
  uninvitedAnswers: number;
  /** The topic last answered, so that follow-up questions find their way. */
  lastTopic?: string;
  /** The last topic that was a problem, rather than where to find help with one. */
  problem?: string;
}

/** The card last shown to a person in a thread: what its buttons do can also be typed. */
export interface LastCard {
  language: string;
  choices: Choice[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const THREAD_LIFETIME_MS = 30 * DAY_MS;
const LAST_CARD_LIFETIME_MS = DAY_MS;

/** Threads and last cards, kept in the store so that a restart or another replica knows them. */
export function createThreadMemory(memory: Memory) {
  const personInThread = (question: Pick<Question, 'place' | 'personId'>) =>
    `${question.place.conversationId}|${question.personId}`;
  return {
    async thread({ place }: Pick<Question, 'place'>): Promise<Thread> {
      const known = await memory.read<Thread>('thread', place.conversationId);
      return known ?? { othersJoined: false, uninvitedAnswers: 0 };
    },

    async save({ place }: Pick<Question, 'place'>, thread: Thread): Promise<void> {
      await memory.write(
        'thread',
        place.conversationId,
        thread,
        THREAD_LIFETIME_MS,
        thread.starterId,
      );
    },

    async lastCard(question: Pick<Question, 'place' | 'personId'>): Promise<LastCard | undefined> {
      return memory.read<LastCard>('last-card', personInThread(question));
    },

    async showed(question: Pick<Question, 'place' | 'personId'>, view: CardView): Promise<void> {
      const lastCard: LastCard = { language: view.language, choices: choicesOf(view) };
      const key = personInThread(question);
      await memory.write('last-card', key, lastCard, LAST_CARD_LIFETIME_MS, question.personId);
    },
  };
}

export type ThreadMemory = ReturnType<typeof createThreadMemory>;

/** The thread with this message in it: who opened it, and whether others have joined since. */
export function joinThread(thread: Thread, question: Question): Thread {
  if (question.opensThread && thread.starterId === undefined) {
    return { ...thread, starterId: question.personId };
  }
  if (thread.starterId === question.personId || thread.othersJoined) return thread;
  return { ...thread, othersJoined: true };
}

/** The thread after a topic was answered in it. */
export function withTopic(thread: Thread, { id, group }: Pick<Topic, 'id' | 'group'>): Thread {
  const isProblem = group !== 'help' && group !== 'small-talk';
  return { ...thread, lastTopic: id, ...(isProblem ? { problem: id } : {}) };
}

/** Every button of a card, in the order in which it shows them. */
export function choicesOf({ data }: CardView): Choice[] {
  return ['next', 'choices', 'others', 'related', 'feedback', 'languages'].flatMap(
    (list) => (data[list] as Choice[] | undefined) ?? [],
  );
}
