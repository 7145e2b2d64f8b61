import type { TopicMatch, Understanding } from '../../matching/types.js';
import type { Memory } from '../ports.js';
import type { Place, Question } from '../question.js';
import { choice, type CardView, type Choice } from '../reply.js';
import type { Say } from '../strings.js';
import { actorOf } from './actors.js';
import type { Case, CaseReason } from './case.js';
import type { CaseDesk } from './caseDesk.js';
import type { Moderators } from './moderators.js';
import { TOPIC } from '../namedIds/namedIds.js';

/** Who asks, and where. */
export interface Asker {
  personId: string;
  personName?: string | undefined;
  place: Place;
}

/** The question that a person asked last in a conversation; masked. */
interface Asked {
  text: string;
  language: string;
  guesses: TopicMatch[];
}

export interface HandOverParts {
  desk: CaseDesk;
  moderators: Moderators;
  memory: Memory;
  /** Takes secrets and personal data out of a text. */
  mask: (text: string, language: string) => string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const FEWEST_WORDS = 2;
const LONGEST_TEXT = 1_000;

/** How a question that the bot cannot answer comes to people who can. */
export function createHandOver({ desk, moderators, memory, mask }: HandOverParts) {
  const key = ({ place, personId }: Asker) => `${place.conversationId}|${personId}`;

  const maskedIn = ({ text }: Question, { language, topics }: Understanding): Asked => ({
    // In this order: half a number would not be known for one.
    text: mask(text, language).slice(0, LONGEST_TEXT),
    language,
    guesses: topics,
  });

  const openFor = async (
    asker: Asker,
    reason: CaseReason,
    asked: Asked | undefined,
    topic?: string,
  ): Promise<Case | undefined> => {
    if (!asked || wordsIn(asked.text) < FEWEST_WORDS || !(await moderators.channel())) {
      return undefined;
    }
    return desk.ask({ ...asked, person: actorOf(asker), place: asker.place, reason, topic });
  };

  /**
   * Makes a case of the question that was remembered; committed when this resolves.
   * @returns undefined where there are no moderators, or nothing that they could answer
   */
  const open = async (
    asker: Asker,
    reason: CaseReason,
    topic?: string,
  ): Promise<Case | undefined> =>
    openFor(asker, reason, await memory.read<Asked>('asked', key(asker)), topic);

  return {
    open,

    /** What comes of a question; it is masked once, and only where that is needed. */
    about(question: Question, understood: Understanding, topic: string | undefined) {
      let masked: Asked | undefined;
      const asked = (): Asked => (masked ??= maskedIn(question, understood));
      return {
        /** Opens a case for a question that has no answer, or whose asker wants a person. */
        async consider(): Promise<Case | undefined> {
          if (!question.addressed) return undefined;
          // "I want to talk to somebody" is about the question before it.
          if (topic === TOPIC.person) return open(question, 'person-wanted');
          if (understood.outcome !== 'unresolved') return undefined;
          return openFor(question, 'nothing-matched', asked());
        },

        /** Remembers the question, for when its asker says that the answer was none. */
        async remember(): Promise<void> {
          const isSmallTalk = understood.outcome === 'answer' && topic === undefined;
          if (!question.addressed || topic === TOPIC.person || isSmallTalk) return;
          await memory.write('asked', key(question), asked(), DAY_MS, question.personId);
        },
      };
    },
  };
}

export type HandOver = ReturnType<typeof createHandOver>;

/** The buttons of somebody who waits. */
export function waitingChoices(id: string, language: string, say: Say): Choice[] {
  const data = { case: id, language };
  return [
    choice(say('caseWhere'), 'case-status', data),
    choice(say('caseWithdraw'), 'case-withdraw', data),
  ];
}

/** A card that also says that a person will answer. */
export function withCase(view: CardView, { id }: Pick<Case, 'id'>, say: Say): CardView {
  const { data, language } = view;
  const taken = say('caseTakenMessage', { reference: id });
  const buttons = waitingChoices(id, language, say);
  const fallback = `${data.fallback}\n${taken}`;
  if (view.card === 'answer') {
    const note = [data['note'], taken].filter((part) => part !== '').join('\n\n');
    const next = [...buttons, ...(data['next'] as Choice[])];
    return { ...view, data: { ...data, fallback, note, next } };
  }
  const choices = [...buttons, ...(data['choices'] as Choice[])];
  const title = say('caseTakenTitle');
  return {
    ...view,
    data: { ...data, fallback: `${title}\n${fallback}`, title, message: taken, choices },
  };
}

function wordsIn(text: string): number {
  // What stands in the place of a secret asks nothing.
  return text.replace(/\[[^\]]*\]/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
