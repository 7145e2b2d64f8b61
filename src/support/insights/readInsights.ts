import type { FeedbackCount, FeedbackStore } from '../ports.js';
import {
  daysBefore,
  type Day,
  type InsightStore,
  type QuestionCount,
  type QuestionOutcome,
} from './insightStore.js';

/** How many questions met with what, and how many went to the moderators, then or later. */
export type Tally = Record<QuestionOutcome | 'handedOver', number>;

export interface Insights {
  /** The first and the last day of the period. */
  from: Day;
  to: Day;
  /** Every day of the period, also those on which nobody asked. */
  days: ({ day: Day } & Tally)[];
  languages: ({ language: string } & Tally)[];
  /** By topic and language; votes are of all times, since old ones have no day. */
  topics: TopicTally[];
  answers: AnswerTimes;
}

export interface TopicTally extends Record<
  Exclude<QuestionOutcome, 'unresolved' | 'silent'>,
  number
> {
  topic: string;
  language: string;
  helped: number;
  notHelped: number;
}

/** How long people waited for a moderator. */
export interface AnswerTimes {
  count: number;
  /** Half of them waited no longer; undefined where there are none. */
  medianMs: number | undefined;
  /** How many waited no longer than so many hours, and longer than the line before; the rest. */
  within: { hours: number | undefined; count: number }[];
}

const HOUR_MS = 60 * 60 * 1000;
const STEPS_HOURS = [1, 4, 24, 72, undefined];

/** What happened in the days up to `to`. */
export async function readInsights(
  {
    insights,
    feedback,
  }: { insights: Omit<InsightStore, 'add'>; feedback: Pick<FeedbackStore, 'counts'> },
  { days, to }: { days: number; to: Day },
): Promise<Insights> {
  const from = daysBefore(to, days - 1);
  const [byDay, byTopic, handedOver, waits, votes] = await Promise.all([
    insights.byDay(from),
    insights.byTopic(from),
    insights.handedOver(from),
    insights.answerWaits(from),
    feedback.counts(),
  ]);
  const given = handedOver.map((each) => ({ ...each, outcome: 'handedOver' as const }));
  const daily = tallies([...byDay, ...given], ({ day }) => day);
  const spoken = tallies([...byTopic, ...given], ({ language }) => language);
  return {
    from,
    to,
    days: Array.from({ length: days }, (_, at) => daysBefore(from, -at)).map((day) => ({
      day,
      ...(daily.get(day) ?? NONE),
    })),
    languages: [...spoken]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([language, tally]) => ({ language, ...tally })),
    topics: topicTallies(byTopic, votes),
    answers: answerTimes(waits),
  };
}

const NONE: Tally = {
  answer: 0,
  suggest: 0,
  unresolved: 0,
  silent: 0,
  withheld: 0,
  handedOver: 0,
};

function tallies<T extends { outcome: keyof Tally; count: number }>(
  counts: readonly T[],
  keyOf: (count: T) => string,
): Map<string, Tally> {
  const byKey = new Map<string, Tally>();
  for (const each of counts) {
    const key = keyOf(each);
    const tally = byKey.get(key) ?? { ...NONE };
    tally[each.outcome] += each.count;
    byKey.set(key, tally);
  }
  return byKey;
}

function topicTallies(
  counts: readonly Omit<QuestionCount, 'day'>[],
  votes: readonly FeedbackCount[],
): TopicTally[] {
  const tallies = new Map<string, TopicTally>();
  const of = (topic: string, language: string): TopicTally => {
    const key = `${topic}|${language}`;
    const fresh = { topic, language, answer: 0, suggest: 0, withheld: 0, helped: 0, notHelped: 0 };
    const found = tallies.get(key) ?? fresh;
    tallies.set(key, found);
    return found;
  };
  for (const { topic, language, outcome, count } of counts) {
    if (topic === '' || outcome === 'unresolved' || outcome === 'silent') continue;
    of(topic, language)[outcome] += count;
  }
  for (const { topic, language, helped, notHelped } of votes) {
    Object.assign(of(topic, language), { helped, notHelped });
  }
  return [...tallies.values()];
}

/** @param waits shortest first */
function answerTimes(waits: readonly number[]): AnswerTimes {
  const upTo = (hours: number | undefined): number =>
    hours === undefined ? waits.length : waits.filter((wait) => wait <= hours * HOUR_MS).length;
  return {
    count: waits.length,
    medianMs: waits[(waits.length - 1) >> 1],
    within: STEPS_HOURS.map((hours, at) => ({
      hours,
      count: upTo(hours) - (at === 0 ? 0 : upTo(STEPS_HOURS[at - 1])),
    })),
  };
}
