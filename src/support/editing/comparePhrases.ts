import type { Content } from '../../content/content.js';
import type { Matcher } from '../../matching/types.js';
import { unhurried } from '../unhurried.js';
import type { PhraseChange } from './revision.js';

/**
 * Asks two matchers every phrase of the content; an answer is right when it is the phrase's topic,
 * or when there is none for what no topic answers.
 */
export async function comparePhrases(
  content: Content,
  before: Matcher,
  after: Matcher,
): Promise<{ gained: PhraseChange[]; lost: PhraseChange[] }> {
  const gained: PhraseChange[] = [];
  const lost: PhraseChange[] = [];
  for await (const { phrase, language, expected } of unhurried(phrasesOf(content))) {
    const answers = [before, after].map((matcher) => answerOf(matcher, phrase, language));
    const [was, is] = answers;
    if (was === is) continue;
    const change = { phrase, language, expected, before: was, after: is };
    if (is === expected) gained.push(change);
    else if (was === expected) lost.push(change);
  }
  return { gained, lost };
}

export interface RegressionPhrase {
  phrase: string;
  language: string;
  /** Undefined for what no topic answers. */
  expected: string | undefined;
}

/** Every phrase with the topic that it must find. */
export function* phrasesOf(
  { phrases, none }: Pick<Content, 'phrases' | 'none'>,
  only?: string,
): Iterable<RegressionPhrase> {
  for (const [language, topics] of phrases) {
    if (only !== undefined && language !== only) continue;
    for (const [expected, texts] of topics) {
      for (const phrase of texts) yield { phrase, language, expected };
    }
    for (const phrase of none.get(language) ?? []) yield { phrase, language, expected: undefined };
  }
}

function answerOf(matcher: Matcher, text: string, locale: string): string | undefined {
  const { outcome, topics } = matcher.match({ text, addressed: true, locale });
  return outcome === 'answer' ? topics[0]?.id : undefined;
}
