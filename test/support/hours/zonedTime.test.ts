import { describe, expect, it } from 'vitest';
import { calendarDay, dayIn, daysBetween, momentIn } from '../../../src/support/hours/zonedTime.js';

const brussels = (month: number, day: number, minutes: number): string =>
  momentIn('Europe/Brussels', calendarDay(2026, month, day), minutes).toISOString();

describe('momentIn', () => {
  it('is an hour behind UTC in winter and two in summer', () => {
    expect(brussels(1, 15, 8 * 60)).toBe('2026-01-15T07:00:00.000Z');
    expect(brussels(7, 15, 8 * 60)).toBe('2026-07-15T06:00:00.000Z');
  });

  it('is right on the days on which clocks change', () => {
    expect(brussels(3, 29, 60)).toBe('2026-03-29T00:00:00.000Z');
    expect(brussels(3, 29, 9 * 60)).toBe('2026-03-29T07:00:00.000Z');
    expect(brussels(10, 25, 60)).toBe('2026-10-24T23:00:00.000Z');
    expect(brussels(10, 25, 9 * 60)).toBe('2026-10-25T08:00:00.000Z');
  });

  it('takes a time that clocks jump over as one hour later', () => {
    expect(brussels(3, 29, 150)).toBe('2026-03-29T01:30:00.000Z');
  });

  it('takes a time that comes twice the first time', () => {
    expect(brussels(10, 25, 150)).toBe('2026-10-25T00:30:00.000Z');
  });

  it('knows zones with odd offsets', () => {
    const day = calendarDay(2026, 6, 1);
    expect(momentIn('Asia/Kathmandu', day, 0).toISOString()).toBe('2026-05-31T18:15:00.000Z');
    expect(momentIn('America/St_Johns', day, 0).toISOString()).toBe('2026-06-01T02:30:00.000Z');
  });
});

describe('dayIn', () => {
  it('is another day on the other side of midnight', () => {
    const moment = new Date('2026-11-24T23:30:00Z');
    expect(dayIn('Europe/Brussels', moment)).toMatchObject({ day: 25, weekday: 3 });
    expect(dayIn('America/New_York', moment)).toMatchObject({ day: 24, weekday: 2 });
  });
});

describe('daysBetween', () => {
  it('counts over the change of clocks, of month and of year', () => {
    expect(daysBetween(calendarDay(2026, 3, 28), calendarDay(2026, 3, 30))).toBe(2);
    expect(daysBetween(calendarDay(2026, 12, 31), calendarDay(2027, 1, 1))).toBe(1);
    expect(daysBetween(calendarDay(2026, 3, 2), calendarDay(2026, 3, 1))).toBe(-1);
  });
});
