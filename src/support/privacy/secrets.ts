import type { Content } from '../../content/content.js';
import { fold } from '../typed.js';

/** What nobody should ever write to a helpdesk or to a bot. */
export type Secret = 'password' | 'code' | 'iban';

/** Words that announce a secret, in all languages together, folded. */
export interface SecretWords {
  password: readonly string[];
  code: readonly string[];
  number: readonly string[];
}

/** How many words may stand between "password" and the password: "my password for JSIS is …". */
export const MAX_WORDS_BETWEEN = 4;

/** The words that the content's languages have for passwords and codes. */
export function secretWordsOf({ strings }: Pick<Content, 'strings'>): SecretWords {
  const list = (key: string): string[] =>
    Object.values(strings).flatMap((own) => (own[key] ?? '').split(',').map(fold).filter(Boolean));
  return {
    password: list('secretPasswordTyped'),
    code: list('secretCodeTyped'),
    number: list('secretNumberTyped'),
  };
}

/**
 * The kind of secret that a text seems to hold, if it does. Rather too careful than not: whoever is
 * stopped wrongly can say it in other words. Keeps and logs nothing.
 */
export function findSecret(text: string, words: SecretWords): Secret | undefined {
  if (holdsIban(text)) return 'iban';
  const tokens = text.split(/[\s,;]+/u).filter((token) => token !== '' && !isOrdinary(token));
  if (tokens.some(isPasswordOnSight)) return 'password';
  const rest = tokens.join(' ');
  if (isAnnounced(rest, words.password, looksLikePassword)) return 'password';
  // A bare number of six digits is what apps and messages send as a code.
  if (/^\d{3}[ -]?\d{3}$/.test(text.trim())) return 'code';
  return isAnnounced(rest, words.code, (token) => /^\d{4,8}$/.test(token)) ? 'code' : undefined;
}

/** One of the words stands in the text, and something that `fits` soon after it. */
function isAnnounced(
  text: string,
  words: readonly string[],
  fits: (token: string) => boolean,
): boolean {
  const tokens = text.split(/[\s,;:="'«»“”„()]+/u).filter((token) => token !== '');
  const folded = tokens.map(fold);
  return tokens.some((_token, start) =>
    words.some((word) => {
      const parts = word.split(' ');
      if (!parts.every((part, index) => folded[start + index] === part)) return false;
      const after = start + parts.length;
      return tokens.slice(after, after + MAX_WORDS_BETWEEN + 1).some((each) => fits(trimmed(each)));
    }),
  );
}

/** Long and mixed as EU Login demands of passwords: nothing else that people type is. */
export function isPasswordOnSight(token: string): boolean {
  return (
    token.length >= 10 &&
    /\p{Lu}/u.test(token) &&
    /\p{Ll}/u.test(token) &&
    /\d/.test(token) &&
    /[!$%&*#?=+§^~@|<>]/.test(token) &&
    !isOrdinary(token)
  );
}

/** Letters with digits or with signs that words do not have. */
export function looksLikePassword(token: string): boolean {
  return (
    token.length >= 6 &&
    /\p{L}/u.test(token) &&
    (/\d/.test(token) || /[!$%&*#?+§^~@|<>]./u.test(token)) &&
    !isOrdinary(token)
  );
}

/** E-mail and web addresses, and references of incidents. */
export function isOrdinary(token: string): boolean {
  return (
    /^<?[^\s@]+@[^\s@]+\.[a-z]{2,}>?[.,]?$/i.test(token) ||
    /^(?:https?:\/\/|www\.)/i.test(token) ||
    /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(token) ||
    /^IM\d{8,12}$/i.test(token)
  );
}

/** Without the full stop or question mark of the sentence. */
export function trimmed(token: string): string {
  return token.replace(/[.?…]+$/u, '');
}

/** Checks the digits, so that not every long reference counts: ISO 13616, remainder 1 by 97. */
function holdsIban(text: string): boolean {
  const candidates = text.toUpperCase().matchAll(/\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/g);
  for (const [candidate] of candidates) {
    const compact = candidate.replace(/[ -]/g, '');
    // What follows the number may have been taken for a part of it.
    for (let length = 15; length <= compact.length; length++) {
      if (remainder(compact.slice(0, length)) === 1) return true;
    }
  }
  return false;
}

export function remainder(iban: string): number {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
