import type { Knowledge } from '../../support/knowledge.js';
import type { FeedbackCount } from '../../support/ports.js';

/** How a topic fares: what is missing, when it was reviewed, whether it helps. */
export interface TopicState {
  id: string;
  group: string;
  titles: Readonly<Record<string, string>>;
  reviewed: string;
  missing: readonly string[];
  helped: number;
  notHelped: number;
  phrases: number;
}

export function topicStates({ content }: Knowledge, votes: readonly FeedbackCount[]): TopicState[] {
  const { languages } = content.settings;
  return [...content.topics.values()].map(({ id, group, texts, reviewed }) => {
    const own = votes.filter(({ topic }) => topic === id);
    const phrasesIn = (language: string) => content.phrases.get(language)?.get(id)?.length ?? 0;
    return {
      id,
      group,
      titles: Object.fromEntries(
        Object.entries(texts).map(([language, { title }]) => [language, title]),
      ),
      reviewed,
      missing: languages.filter((language) => !texts[language] || phrasesIn(language) === 0),
      helped: own.reduce((sum, { helped }) => sum + helped, 0),
      notHelped: own.reduce((sum, { notHelped }) => sum + notHelped, 0),
      phrases: languages.reduce((sum, language) => sum + phrasesIn(language), 0),
    };
  });
}
