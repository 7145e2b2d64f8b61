import type { Content } from '../../content/content.js';
import { fold } from '../typed.js';
import {
  isOrdinary,
  isPasswordOnSight,
  looksLikePassword,
  MAX_WORDS_BETWEEN,
  remainder,
  trimmed,
  type SecretWords,
} from './secrets.js';

/** What is taken out of a text before anybody else sees it. */
export type Masked = 'password' | 'code' | 'iban' | 'number' | 'email' | 'phone';

export interface MaskedText {
  text: string;
  found: ReadonlySet<Masked>;
}

/** What is no secret, since the content itself names it. */
export interface PublicDetails {
  emails: ReadonlySet<string>;
  /** Digits only, without zeros in front: "+32 2…" is "0032 2…". */
  phones: ReadonlySet<string>;
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/gi;
/** Italian, Spanish and British shapes of personal numbers that hold letters. */
const LETTERED =
  /\b(?:[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|[XYZ]?\d{7,8}-?[A-Z]|[A-Z]{2}\d{6}[A-D])\b/gi;
/** Digits in groups: telephone numbers, personal numbers, cards. */
const DIGITS = /(?<![\p{L}\p{N}])(?:\+ ?)?\(?\d(?:[ ./()-]{0,2}\d){5,24}(?![\p{L}\p{N}])/gu;
const DATE = /^(?:\d{1,2}([./ -])\d{1,2}\1\d{2,4}|\d{4}([./-])\d{1,2}\2\d{1,2})$/;
/** With fewer digits it is an hour, a price or a year. */
const FEWEST_DIGITS = 8;
const FEWEST_DIGITS_IN_IBAN = 10;
const KINDS: Record<Masked, string> = {
  password: 'maskedPassword',
  code: 'maskedCode',
  iban: 'maskedIban',
  number: 'maskedNumber',
  email: 'maskedEmail',
  phone: 'maskedPhone',
};

/** The addresses and numbers that the content gives to everybody. */
export function publicDetailsOf({ contacts, offices }: Content): PublicDetails {
  const all = [...contacts.values()];
  const phones = [...all, ...offices].flatMap((each) => each.phones);
  return {
    emails: new Set(all.flatMap(({ email }) => (email === undefined ? [] : [email.toLowerCase()]))),
    phones: new Set(
      phones.flatMap(({ number, display }) =>
        [number, display].map((each) => withoutZeros(digitsOf(each))),
      ),
    ),
  };
}

/**
 * Takes passwords, codes, bank accounts, personal numbers, addresses and telephone numbers out of a
 * text. Rather a number too many than one too few: what remains is shown to others.
 * @param placeholder what stands in the place of each kind, by the key of its string
 */
export function maskText(
  text: string,
  words: SecretWords,
  shared: PublicDetails,
  placeholder: (key: string) => string,
): MaskedText {
  const found = new Set<Masked>();
  const put = (kind: Masked): string => {
    found.add(kind);
    return placeholder(KINDS[kind]);
  };
  let masked = text
    .replace(EMAIL, (email) => (shared.emails.has(email.toLowerCase()) ? email : put('email')))
    .replace(IBAN, (iban) => (isIban(iban) ? put('iban') : iban));
  masked = maskAnnounced(masked, words.password, looksLikePassword, () => put('password'));
  masked = masked.replace(/[^\s,;]+/gu, (token) =>
    isPasswordOnSight(trimmed(token)) ? put('password') : token,
  );
  masked = maskAnnounced(masked, words.code, isCode, () => put('code'));
  masked = maskAnnounced(masked, words.number, isShortNumber, () => put('number'));
  if (/^\s*\d{3}[ -]?\d{3}\s*$/.test(masked)) masked = put('code');
  masked = masked
    .replace(LETTERED, () => put('number'))
    .replace(DIGITS, (run) => {
      const digits = digitsOf(run);
      if (
        digits.length < FEWEST_DIGITS ||
        DATE.test(run) ||
        shared.phones.has(withoutZeros(digits))
      )
        return run;
      return put(/^[+(]?\s?0|^\+/.test(run) ? 'phone' : 'number');
    });
  return { text: masked, found };
}

/** Replaces what fits within a few words after one of the words that announce it. */
function maskAnnounced(
  text: string,
  words: readonly string[],
  fits: (token: string) => boolean,
  put: () => string,
): string {
  const tokens = [...text.matchAll(/[^\s,;:="'«»“”„()]+/gu)];
  const folded = tokens.map(([token]) => fold(token));
  const hits = new Set<number>();
  folded.forEach((_token, start) => {
    for (const word of words) {
      const parts = word.split(' ');
      if (!parts.every((part, index) => folded[start + index] === part)) continue;
      const after = start + parts.length;
      for (let at = after; at <= after + MAX_WORDS_BETWEEN && at < tokens.length; at++) {
        if (fits(trimmed(tokens[at]?.[0] ?? ''))) hits.add(at);
      }
    }
  });
  let masked = text;
  for (const at of [...hits].sort((one, other) => other - one)) {
    const { 0: token = '', index = 0 } = tokens[at] ?? {};
    masked = masked.slice(0, index) + put() + masked.slice(index + token.length);
  }
  return masked;
}

/** Years look like codes, and are written more often. */
function isCode(token: string): boolean {
  return /^\d{4,8}$/.test(token) && !/^(?:19|20)\d\d$/.test(token);
}

function isShortNumber(token: string): boolean {
  return !isOrdinary(token) && /^[A-Z]{0,2}\d[\d.-]{4,14}[A-Z]?$/i.test(token);
}

function isIban(candidate: string): boolean {
  const compact = candidate.toUpperCase().replace(/ /g, '');
  // One word in a hundred has the right remainder by chance.
  if (digitsOf(compact).length < FEWEST_DIGITS_IN_IBAN) return false;
  for (let length = 15; length <= compact.length; length++) {
    if (remainder(compact.slice(0, length)) === 1) return true;
  }
  return false;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}
