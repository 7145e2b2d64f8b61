import type { Content } from '../../content/content.js';
import type { Topic } from '../../content/types.generated.js';
import type { Knowledge } from '../knowledge.js';
import { languageOfLocale } from '../languageOfLocale.js';
import { textOf } from '../views/choices.js';
import { createWordIndex, type IndexedText, type WordIndex } from './createWordIndex.js';

/** A topic as a list of results shows it, in the reader's language. */
export interface FoundTopic {
  id: string;
  language: string;
  title: string;
  answer: string;
}

export interface TopicSearch {
  /**
   * The topics that a text in any language may mean, best first; all of them where it is empty.
   * @param locale the reader's, such as "fr-BE": results are in that language
   */
  search(text: string, locale: string | undefined): FoundTopic[];
}

/** A word of the title tells more about a topic than one of the many ways to ask for it. */
const TITLE_WEIGHT = 5;

/** Searches the knowledge, for people who look for a topic rather than ask a question. */
export function createTopicSearch(knowledge: () => Knowledge): TopicSearch {
  const indexes = new WeakMap<Content, WordIndex>();
  const indexOf = (content: Content): WordIndex => {
    let index = indexes.get(content);
    if (!index) {
      index = createWordIndex(answersOf(content).map((each) => [each.id, textsOf(content, each)]));
      indexes.set(content, index);
    }
    return index;
  };

  /** What the matcher thinks of comes first: it knows symptoms, the index only words. */
  const rank = (text: string, locale: string | undefined): string[] => {
    const { content, matcher } = knowledge();
    const { topics } = matcher.match({ text, addressed: true, locale });
    const likely = topics.filter(({ confidence }) => confidence >= content.settings.bands.suggest);
    return [...new Set([...likely.map(({ id }) => id), ...indexOf(content).search(text)])];
  };

  return {
    search(text, locale) {
      const { content } = knowledge();
      const language = languageOfLocale(content, locale);
      const answers = new Map(answersOf(content).map((topic) => [topic.id, topic]));
      const ids = text.trim() === '' ? [...answers.keys()] : rank(text, locale);
      return ids
        .map((id) => answers.get(id))
        .filter((topic) => topic !== undefined)
        .map((topic) => {
          const { title, answer } = textOf(topic, language);
          return { id: topic.id, language, title, answer };
        });
    },
  };
}

/** Small talk is no knowledge. */
function answersOf({ topics }: Content): Topic[] {
  return [...topics.values()].filter(({ group }) => group !== 'small-talk');
}

function textsOf({ settings, phrases }: Content, { id, texts }: Topic): IndexedText[] {
  return settings.languages.flatMap((language) => {
    const { title = '', label = '' } = texts[language] ?? {};
    return [
      ...[title, label].map((text) => ({ text, weight: TITLE_WEIGHT })),
      ...(phrases.get(language)?.get(id) ?? []).map((text) => ({ text, weight: 1 })),
    ];
  });
}
