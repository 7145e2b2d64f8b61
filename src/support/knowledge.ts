import type { Content } from '../content/content.js';
import type { Matcher, MatchSettings, TrainingData } from '../matching/types.js';

/** What is served at this moment: the content, and the matcher that was trained on it. */
export interface Knowledge {
  content: Content;
  matcher: Matcher;
}

/** Everything a model learns from this content. */
export function trainingDataOf(content: Content): TrainingData {
  const { languages } = content.settings;
  return {
    languages,
    topics: [...content.topics.values()].map((topic) => ({
      id: topic.id,
      phrases: byLanguage(languages, (language) => [
        ...(content.phrases.get(language)?.get(topic.id) ?? []),
      ]),
      texts: byLanguage(languages, (language) => {
        const text = topic.texts[language];
        return text ? [text.title, text.label, text.answer] : [];
      }),
    })),
    none: byLanguage(languages, (language) => [...(content.none.get(language) ?? [])]),
    lexicon: content.lexicon,
  };
}

/** The settings a matcher decides by. */
export function matchSettingsOf({ settings, topics }: Content): MatchSettings {
  return {
    languages: settings.languages,
    defaultLanguage: settings.defaultLanguage,
    bands: settings.bands,
    suggestions: settings.suggestions,
    ambientMinWords: settings.ambient.minWords,
    smallTalk: [...topics.values()]
      .filter(({ group }) => group === 'small-talk')
      .map(({ id }) => id),
  };
}

function byLanguage(
  languages: readonly string[],
  list: (language: string) => string[],
): Record<string, string[]> {
  return Object.fromEntries(languages.map((language) => [language, list(language)]));
}
