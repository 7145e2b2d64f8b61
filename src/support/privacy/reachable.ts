import { digitsOf } from './checkDigits.js';
import type { Stretch } from './finding.js';
import { findPattern } from './numbers.js';
import type { PrivacyWords } from './privacyWords.js';

/** Bounded everywhere, so that no text makes it search for long. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?:@| @ | ?[([]at[)\]] ?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,6}/giu;

/** Digits as telephone numbers are written: in groups, with brackets, strokes and points. */
const DIGIT_GROUPS =
  /(?<![\p{L}\p{N}+])(?:\+ ?|\()?\d(?:(?:[ \u00a0.()-]{0,3}|\/)\d){5,16}(?![\p{L}\p{N}])/gu;

/** The shortest part of an own number that counts as one, such as the last 7 of its digits. */
const FEWEST_OWN_DIGITS = 7;

/** E-mail addresses, also written with "(at)". */
export function findEmails(text: string): Stretch[] {
  return findPattern(text, EMAIL);
}

/** Telephone numbers by their form: with a country's code, a leading zero, or 9 digits and more. */
export function findPhones(text: string): Stretch[] {
  return findPattern(text, DIGIT_GROUPS, (match) => {
    const digits = digitsOf(match);
    if (match.startsWith('+')) return digits.length >= 8;
    if (digits.startsWith('0')) return digits.length >= 9;
    return digits.length >= 9 && digits.length <= 10 && /^[3-9]/.test(digits);
  });
}

/** The helpdesks' own addresses and numbers: to repeat them gives nobody away. */
export function findOwn(text: string, { ownEmails, ownPhones }: PrivacyWords): Stretch[] {
  const isOwnPhone = (match: string): boolean => {
    const digits = digitsOf(match).replace(/^0+/, '');
    if (digits.length < FEWEST_OWN_DIGITS) return false;
    return ownPhones.some((own) => own.endsWith(digits) || digits.endsWith(own));
  };
  return [
    ...findPattern(text, EMAIL, (match) => ownEmails.has(match.toLowerCase())),
    ...findPattern(text, DIGIT_GROUPS, isOwnPhone),
  ];
}
