import { findPrivate } from './findPrivate.js';
import type { PrivacyWords } from './privacyWords.js';

/** What nobody should ever write to a helpdesk or to a bot. */
export type Secret = 'password' | 'code' | 'iban';

/**
 * Which of these secrets a text seems to hold, if it does; the first of `kinds` counts most. Rather
 * too careful than not: whoever is stopped wrongly can say it in other words.
 */
export function findSecret<T extends Secret = Secret>(
  text: string,
  words: PrivacyWords,
  kinds: readonly T[],
): T | undefined {
  const found = findPrivate(text, words);
  return kinds.find((kind) => found.some((each) => each.kind === kind));
}
