import { findAnnounced } from './announced.js';
import { digitsOf } from './checkDigits.js';
import type { Finding, PrivateKind, Stretch } from './finding.js';
import { findCards, findIbans, findNationalNumbers, findPattern } from './numbers.js';
import type { PrivacyWords } from './privacyWords.js';
import { findEmails, findOwn, findPhones } from './reachable.js';
import { findCodes, findPasswords } from './secrets.js';

interface Detector {
  /** Missing for what is nobody's business but looks like it. */
  kind?: PrivateKind;
  /** What a text holds somewhere if there is anything to find: most texts hold none of it. */
  sign: RegExp;
  find(text: string, words: PrivacyWords): Stretch[];
}

const DIGIT = /\d/;
const AT = /@|[([]at[)\]]/i;
const WEB = /\.|:\/\//;

const WEB_ADDRESS =
  /(?<![\p{L}\p{N}@._-])(?:https?:\/\/[^\s]{1,2000}|www\.[^\s]{1,2000}|[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.(?:eu|com|org|net|int|info|be|lu|fr|de|it|es|nl)(?![\p{L}\p{N}@-]|\.\p{L})(?:\/[^\s]{0,2000})?)/gu;
const INCIDENT = /(?<![\p{L}\p{N}])IM(?:[ -]?\d){4,12}(?![\p{L}\p{N}])/giu;
const DATE =
  /(?<![\d./-])(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|(?:19|20)\d{2}-\d{2}-\d{2})(?![./-]?\d)/g;
const TIME = /(?<![\d.:])\d{1,2} ?[:h] ?\d{2}(?![\d:])/gi;
const PRICE =
  /(?<![\d.,])(?:[€£$] ?\d{1,9}(?:[.,]\d{1,3}){0,4}|\d{1,9}(?:[.,]\d{1,3}){0,4} ?(?:[€£$]|euros?(?!\p{L})|EUR(?!\p{L})))/giu;
const DIGITS = /\d{2,12}(?![\p{L}\p{N}])/uy;
const GROUPED = /(?:\p{L}{1,3}[-/]?)?\d{1,20}(?:[ ./-]\d{1,10}){0,6}\p{L}?(?![\p{L}\p{N}])/uy;
const YEAR = /^(?:19|20)\d{2}$/;

/** In order of precedence: a stretch of the text is what the first detector takes it for. */
const DETECTORS: readonly Detector[] = [
  { sign: WEB, find: (text) => findPattern(text, WEB_ADDRESS) },
  { sign: /[\d@]/, find: findOwn },
  {
    sign: DIGIT,
    find: (text) => [INCIDENT, DATE, TIME, PRICE].flatMap((each) => findPattern(text, each)),
  },
  {
    sign: DIGIT,
    find: (text, words) =>
      findAnnounced(text, words, {
        sayings: words.publicNumber,
        value: DIGITS,
        fits: () => true,
        between: 1,
      }),
  },
  { kind: 'email', sign: AT, find: findEmails },
  { kind: 'iban', sign: DIGIT, find: findIbans },
  { kind: 'card', sign: DIGIT, find: findCards },
  { kind: 'personalNumber', sign: DIGIT, find: findNationalNumbers },
  {
    kind: 'personalNumber',
    sign: DIGIT,
    find: (text, words) =>
      findAnnounced(text, words, {
        sayings: words.personalNumber,
        value: GROUPED,
        fits: (value, { near }) =>
          digitsOf(value).length >= 5 ||
          (near && digitsOf(value).length === 4 && !YEAR.test(value)),
      }),
  },
  { kind: 'password', sign: /\S/, find: findPasswords },
  { kind: 'phone', sign: DIGIT, find: findPhones },
  { kind: 'code', sign: DIGIT, find: findCodes },
  {
    kind: 'phone',
    sign: DIGIT,
    find: (text, words) =>
      findAnnounced(text, words, {
        sayings: words.phone,
        value: GROUPED,
        fits: (value) => digitsOf(value).length >= 6,
      }),
  },
];

/** Stands where something was taken out while looking: no detector reads across it. */
const TAKEN = '\n';

/** What is private in a text, in its order. Rather too much than too little; keeps nothing. */
export function findPrivate(text: string, words: PrivacyWords): Finding[] {
  const found: Finding[] = [];
  let rest = text;
  for (const { kind, sign, find } of DETECTORS) {
    if (!sign.test(rest)) continue;
    for (const { start, end } of find(rest, words)) {
      // Two ways of finding may have found the same.
      if (rest.slice(start, end).includes(TAKEN)) continue;
      if (kind) found.push({ kind, start, end });
      rest = rest.slice(0, start) + TAKEN.repeat(end - start) + rest.slice(end);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
