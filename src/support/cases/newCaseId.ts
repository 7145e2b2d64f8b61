import { randomInt } from 'node:crypto';

/** Without letters and digits that are mistaken for one another on the telephone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 7;

/** A case's reference: short enough to be read out, too many to be guessed. */
export function newCaseId(): string {
  return `C${Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')}`;
}
