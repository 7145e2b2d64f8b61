import { reviewDue } from '../../content/reviewDue.js';
import type { QuestionCount } from '../../support/insights/insightStore.js';
import type { Knowledge } from '../../support/knowledge.js';
import type { FeedbackCount } from '../../support/ports.js';

/** How a topic fares: what is missing, when it was reviewed, whether it helps. */
export interface TopicState {
  id: string;
  group: string;
  titles: Readonly<Record<string, string>>;
  /** The day of the last review as YYYY-MM-DD. */
  reviewed: string;
  /** Whether a review is due. */
  overdue: boolean;
  missing: readonly string[];
  /** How many questions it has answered lately. */
  asked: number;
  helped: number;
  notHelped: number;
  phrases: number;
}

/**
 * @param counts of the questions that were asked lately
 * @param today as YYYY-MM-DD
 */
export function topicStates(
  { content }: Knowledge,
  votes: readonly FeedbackCount[],
  counts: readonly Omit<QuestionCount, 'day'>[],
  today: string,
): TopicState[] {
  const { languages } = content.settings;
  const votesOf = groupByTopic(votes);
  const answersOf = groupByTopic(counts.filter(({ outcome }) => outcome === 'answer'));
  return [...content.topics.values()].map(({ id, group, texts, reviewed }) => {
    const own = votesOf.get(id) ?? [];
    const phrasesIn = (language: string) => content.phrases.get(language)?.get(id)?.length ?? 0;
    return {
      id,
      group,
      titles: Object.fromEntries(
        Object.entries(texts).map(([language, { title }]) => [language, title]),
      ),
      reviewed,
      overdue: reviewDue(reviewed) < today,
      asked: sum(answersOf.get(id) ?? [], 'count'),
      missing: languages.filter((language) => !texts[language] || phrasesIn(language) === 0),
      helped: sum(own, 'helped'),
      notHelped: sum(own, 'notHelped'),
      phrases: languages.reduce((total, language) => total + phrasesIn(language), 0),
    };
  });
}

/** Found at once: with thousands of topics, looking through all rows for each takes seconds. */
function groupByTopic<T extends { topic: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.topic);
    if (group) group.push(row);
    else groups.set(row.topic, [row]);
  }
  return groups;
}

function sum<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
