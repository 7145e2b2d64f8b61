import { expect, it } from 'vitest';
import { easterSunday } from '../../../src/support/hours/easter.js';

it.each([
  [1818, 3, 22],
  [1943, 4, 25],
  [1954, 4, 18],
  [1981, 4, 19],
  [2000, 4, 23],
  [2008, 3, 23],
  [2011, 4, 24],
  [2024, 3, 31],
  [2025, 4, 20],
  [2026, 4, 5],
  [2027, 3, 28],
  [2028, 4, 16],
  [2029, 4, 1],
  [2030, 4, 21],
  [2038, 4, 25],
  [2049, 4, 18],
])('Easter Sunday of %i is in month %i on day %i', (year, month, day) => {
  expect(easterSunday(year)).toEqual({ month, day });
});
