import { extractFeatures, type Features } from '../text/features.js';
import { compileLexicon, Lexicon, lexiconTexts, type LexiconData } from '../text/Lexicon.js';
import { tokenize } from '../text/tokenize.js';
import type { TrainingData } from '../types.js';
import { Vocabulary } from '../text/Vocabulary.js';

/** A text to learn from. */
export interface Example {
  language: string;
  text: string;
  /** Number of its topic; the number of topics stands for "none of these". */
  label: number;
  /** What an error on it counts for; a phrase counts 1. */
  importance: number;
  words: number;
  features: Features;
}

/** Everything read from the content, before anything is learned. */
export interface TrainingSet {
  examples: Example[];
  vocabulary: Vocabulary;
  lexicon: LexiconData;
  /** `[language, text]` of all that was read, to learn the languages from. */
  texts: [language: string, text: string][];
}

/**
 * Reads the content as examples.
 * @param textImportance what a topic's own title or answer counts for beside a phrase
 */
export function readExamples(data: TrainingData, textImportance: number): TrainingSet {
  const labelled = labelTexts(data, textImportance);
  const texts = [
    ...labelled.map(({ language, text }): [string, string] => [language, text]),
    ...lexiconTexts(data.lexicon),
  ];
  const vocabulary = Vocabulary.of(data.languages, texts);
  const lexicon = compileLexicon(data.lexicon, vocabulary);
  const concepts = new Lexicon(lexicon);
  const examples = labelled.map((example) => {
    const words = tokenize(example.text).map((token) => vocabulary.read(token, example.language));
    const features = extractFeatures(words, concepts.find(words));
    return { ...example, words: words.length, features };
  });
  return { examples, vocabulary, lexicon, texts };
}

type LabelledText = Pick<Example, 'language' | 'text' | 'label' | 'importance'>;

function labelTexts(data: TrainingData, textImportance: number): LabelledText[] {
  const flatten = (
    byLanguage: Record<string, string[]>,
    label: number,
    importance: number,
  ): LabelledText[] =>
    Object.entries(byLanguage).flatMap(([language, texts]) =>
      texts.map((text) => ({ language, text, label, importance })),
    );
  const topics = data.topics.flatMap((topic, label) => [
    ...flatten(topic.phrases, label, 1),
    ...(textImportance > 0 ? flatten(topic.texts, label, textImportance) : []),
  ]);
  return [...topics, ...flatten(data.none, data.topics.length, 1)];
}
