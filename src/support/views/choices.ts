import type { Content, TopicText } from '../../content/content.js';
import type { Topic } from '../../content/types.generated.js';
import { choice, type Choice } from '../reply.js';
import { sayIn } from '../strings.js';
import { UnfinishedContentError } from '../../content/unfinishedContentError.js';

/** A button that shows a topic's answer. */
export function topicChoice(topic: Topic, language: string): Choice {
  return choice(textOf(topic, language).label, 'show-topic', { topic: topic.id, language });
}

/** Buttons for the topics of these ids; ids that the content no longer has are left out. */
export function topicChoices(content: Content, ids: readonly string[], language: string): Choice[] {
  return ids
    .map((id) => content.topics.get(id))
    .filter((topic) => topic !== undefined)
    .map((topic) => topicChoice(topic, language));
}

/** The same choices, shown as "1 · …", "2 · …": their number can be typed. */
export function numbered(choices: readonly Choice[]): Choice[] {
  return choices.map((each, index) => ({ ...each, text: `${index + 1} · ${each.title}` }));
}

/** One button for each language but the current one, each in its own name. */
export function otherLanguages(
  content: Content,
  current: string,
  verb: string,
  data: Record<string, string> = {},
): Choice[] {
  return content.settings.languages
    .filter((language) => language !== current)
    .map((language) =>
      choice(sayIn(content, language)('languageName'), verb, { ...data, language }),
    );
}

/** A topic's texts in a language, or in the first one it has. */
export function textOf(topic: Topic, language: string): TopicText {
  const text = topic.texts[language] ?? Object.values(topic.texts)[0];
  if (!text) throw new UnfinishedContentError(`topic "${topic.id}" has no texts`);
  return text;
}
