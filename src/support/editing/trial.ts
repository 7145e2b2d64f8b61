import type { Content } from '../../content/content.js';
import type { Explanation, Matcher, TopicMatch } from '../../matching/types.js';

/** What would become of a question, and why, in words that people know. */
export interface Trial extends Omit<Explanation, 'topics' | 'reasons'> {
  topics: (TopicMatch & { title: string })[];
  reasons: (Explanation['reasons'][number] & { title: string })[];
}

/** Asks a matcher a question as if somebody had put it to the bot, and says what it thought. */
export function tryQuestion(content: Content, matcher: Matcher, text: string): Trial {
  const { topics, reasons, ...rest } = matcher.explain({ text, addressed: true });
  const titleOf = (id: string): string => content.topics.get(id)?.texts[rest.language]?.title ?? id;
  return {
    ...rest,
    topics: topics.map((topic) => ({ ...topic, title: titleOf(topic.id) })),
    reasons: reasons.map((reason) => ({ ...reason, title: titleOf(reason.topic) })),
  };
}
