import { describe, expect, it } from 'vitest';
import { isHoliday } from '../../../src/support/hours/holidays.js';
import { calendarDay } from '../../../src/support/hours/zonedTime.js';

describe('isHoliday', () => {
  it('knows fixed dates in every year', () => {
    const rules = [{ name: 'Labour Day', date: '05-01' }];
    expect(isHoliday(calendarDay(2026, 5, 1), rules)).toBe(true);
    expect(isHoliday(calendarDay(2031, 5, 1), rules)).toBe(true);
    expect(isHoliday(calendarDay(2026, 1, 5), rules)).toBe(false);
  });

  it('counts from Easter, before and after', () => {
    const rules = [
      { name: 'Good Friday', easter: -2 },
      { name: 'Ascension Day', easter: 39 },
      { name: 'Whit Monday', easter: 50 },
    ];
    for (const [year, month, day] of [
      [2026, 4, 3],
      [2026, 5, 14],
      [2026, 5, 25],
      [2027, 3, 26],
      [2027, 5, 6],
      [2027, 5, 17],
    ] as const) {
      expect(isHoliday(calendarDay(year, month, day), rules)).toBe(true);
    }
    expect(isHoliday(calendarDay(2026, 4, 5), rules)).toBe(false);
  });
});
