import {
  digitsOf,
  isBelgianNumber,
  isDutchNumber,
  isFrenchNumber,
  isGermanNumber,
  isIban,
  isLuhn,
  isLuxembourgNumber,
  isSpanishNumber,
} from './checkDigits.js';
import type { Stretch } from './finding.js';

/** What matches, and if it has check digits, only where they hold. */
export function findPattern(
  text: string,
  pattern: RegExp,
  holds: (match: string) => boolean = () => true,
): Stretch[] {
  return [...text.matchAll(pattern)]
    .filter(([match]) => holds(match))
    .map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

/** A pattern that stands alone: no letter or digit touches it. */
function alone(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Of letters alone there are too many words: every bank account has so many digits. */
const FEWEST_IBAN_DIGITS = 10;
const IBAN = alone('[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]){11,30}');

/** Bank accounts. What follows a number may have the look of a part of it, and is left off. */
export function findIbans(text: string): Stretch[] {
  const hasDigits = (match: string) => digitsOf(match).length >= FEWEST_IBAN_DIGITS;
  return findPattern(text, IBAN, hasDigits).flatMap(({ start, end }) => {
    for (; end - start >= 15; end--) {
      const match = text.slice(start, end);
      const compact = match.toUpperCase().replace(/[ -]/g, '');
      if (/\w$/.test(match) && isIban(compact)) return [{ start, end }];
    }
    return [];
  });
}

const CARD = alone('[3-6]\\d{3}(?:[ -]?\\d){9,15}');

/** Payment cards. */
export function findCards(text: string): Stretch[] {
  return findPattern(text, CARD, (match) => isLuhn(digitsOf(match)));
}

const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';

/** Numbers that states give to people, by form, and by check digits where they have some. */
const NATIONAL: readonly { pattern: RegExp; holds?: (compact: string) => boolean }[] = [
  // Belgium: year, month and day of birth, series, check.
  {
    pattern: alone('\\d{2}[. ]?\\d{2}[. ]?\\d{2}[ -]?\\d{3}[ .-]?\\d{2}'),
    holds: isBelgianNumber,
  },
  // France: sex, year and month of birth, department, municipality, order, key.
  {
    pattern: alone('[12] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}'),
    holds: isFrenchNumber,
  },
  // Luxembourg: year, month and day of birth, series, two checks.
  {
    pattern: alone(`(?:19|20)\\d{2} ?${MONTH} ?${DAY} ?\\d{3} ?\\d{2}`),
    holds: isLuxembourgNumber,
  },
  // Italy, codice fiscale: nothing else looks like it.
  { pattern: alone('[A-Z]{6} ?\\d{2} ?[A-EHLMPR-T] ?\\d{2} ?[A-Z] ?\\d{3} ?[A-Z]') },
  // Spain: DNI, and NIE for those from elsewhere.
  { pattern: alone('(?:\\d{8}|[XYZ][ -]?\\d{7})[ -]?[A-Z]'), holds: isSpanishNumber },
  // Germany: tax identification number.
  { pattern: alone('[1-9]\\d ?\\d{3} ?\\d{3} ?\\d{3}'), holds: isGermanNumber },
  // The Netherlands: BSN. Telephone numbers of nine digits begin with a 6, 7 or 9.
  { pattern: alone('[0-58]\\d{3}[. ]?\\d{2}[. ]?\\d{3}'), holds: isDutchNumber },
];

/** National numbers of the countries where most retired staff live. */
export function findNationalNumbers(text: string): Stretch[] {
  return NATIONAL.flatMap(({ pattern, holds }) =>
    findPattern(
      text,
      pattern,
      holds && ((match) => holds(match.toUpperCase().replace(/[ .-]/g, ''))),
    ),
  );
}
