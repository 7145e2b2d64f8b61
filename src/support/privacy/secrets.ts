import { findAnnounced } from './announced.js';
import type { Stretch } from './finding.js';
import { findPattern } from './numbers.js';
import type { PrivacyWords } from './privacyWords.js';

/**
 * Long and mixed as EU Login demands of passwords, wherever it stands; or announced, with digits
 * or with signs that words do not have. A plain word is found in quotation marks only: after
 * "my password is" people mostly go on with "wrong" or "forgotten".
 */
export function findPasswords(text: string, words: PrivacyWords): Stretch[] {
  return [
    ...findPattern(text, /[^\s,;]+/gu, isPasswordOnSight),
    ...findAnnounced(text, words, {
      sayings: words.password,
      value: /[^\s,;:="'’‘«»“”„()[\]]+/uy,
      fits: (value, { near, quoted }) =>
        looksLikePassword(value) || (near && (quoted || /^\d{6,}$/.test(value))),
    }),
  ];
}

function isPasswordOnSight(word: string): boolean {
  return (
    word.length >= 10 &&
    /\p{Lu}/u.test(word) &&
    /\p{Ll}/u.test(word) &&
    /\d/.test(word) &&
    /[!$%&*#?=+§^~@|<>]/.test(word)
  );
}

function looksLikePassword(word: string): boolean {
  return (
    word.length >= 6 && /\p{L}/u.test(word) && (/\d/.test(word) || /[!$%&*#?+§^~@|<>]./u.test(word))
  );
}

const CODE = /(?:\p{L}-)?(?:\d{3}[ -]\d{3}|\d{4,8})(?![\p{L}\p{N}])/uy;
const YEAR = /^(?:19|20)\d{2}$/;

/** Codes: announced, or six digits and nothing else, as apps and messages send them. */
export function findCodes(text: string, words: PrivacyWords): Stretch[] {
  const [, before, bare] = /^(\s*)(\d{3}[ -]?\d{3})[.!]?\s*$/.exec(text) ?? [];
  if (before !== undefined && bare !== undefined) {
    return [{ start: before.length, end: before.length + bare.length }];
  }
  return findAnnounced(text, words, {
    sayings: words.code,
    value: CODE,
    fits: (value, { near }) => near || !YEAR.test(value),
  });
}
