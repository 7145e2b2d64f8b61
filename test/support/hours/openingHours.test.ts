import { describe, expect, it } from 'vitest';
import type { Content, Holiday } from '../../../src/content/content.js';
import type { Period } from '../../../src/content/types.generated.js';
import { openingAt, scheduleOf, type Schedule } from '../../../src/support/hours/openingHours.js';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const span = (
  from: string,
  to: string,
  days: readonly Period['days'][number][] = WEEK,
): Period => ({
  days: [...days],
  from,
  to,
});
const schedule = (...periods: Period[]): Schedule => ({
  periods,
  timeZone: 'Europe/Brussels',
  holidays: [],
});
const at = (given: Schedule, now: string): string => {
  const opening = openingAt(given, new Date(now));
  const iso = (date?: Date) => date?.toISOString().replace(':00.000Z', 'Z') ?? 'unknown';
  return opening.open ? `open until ${iso(opening.until)}` : `opens ${iso(opening.opens)}`;
};

describe('openingAt', () => {
  const helpdesk = schedule(span('08:00', '18:00'));

  it('is open from the first minute to the last, which is not one of them', () => {
    expect(at(helpdesk, '2026-11-24T06:59:59Z')).toBe('opens 2026-11-24T07:00Z');
    expect(at(helpdesk, '2026-11-24T07:00:00Z')).toBe('open until 2026-11-24T17:00Z');
    expect(at(helpdesk, '2026-11-24T16:59:59Z')).toBe('open until 2026-11-24T17:00Z');
    expect(at(helpdesk, '2026-11-24T17:00:00Z')).toBe('opens 2026-11-25T07:00Z');
  });

  it('passes over the weekend', () => {
    expect(at(helpdesk, '2026-11-27T18:00:00Z')).toBe('opens 2026-11-30T07:00Z');
    expect(at(helpdesk, '2026-11-29T12:00:00Z')).toBe('opens 2026-11-30T07:00Z');
  });

  it('closes for lunch', () => {
    const office = schedule(span('14:00', '17:00'), span('09:00', '12:00'));
    expect(at(office, '2026-11-24T10:59:00Z')).toBe('open until 2026-11-24T11:00Z');
    expect(at(office, '2026-11-24T11:30:00Z')).toBe('opens 2026-11-24T13:00Z');
    expect(at(office, '2026-11-24T13:00:00Z')).toBe('open until 2026-11-24T16:00Z');
  });

  it('takes hours that follow on at once for one span', () => {
    const office = schedule(span('09:00', '12:00'), span('12:00', '15:00'));
    expect(at(office, '2026-11-24T09:00:00Z')).toBe('open until 2026-11-24T14:00Z');
  });

  it('keeps to the clocks of the place when they change', () => {
    const everyDay = schedule(span('08:00', '18:00', [...WEEK, 'sat', 'sun']));
    expect(at(everyDay, '2026-03-28T20:00:00Z')).toBe('opens 2026-03-29T06:00Z');
    expect(at(everyDay, '2026-10-24T20:00:00Z')).toBe('opens 2026-10-25T07:00Z');
    expect(at(everyDay, '2026-10-25T16:30:00Z')).toBe('open until 2026-10-25T17:00Z');
    const nightly = schedule(span('01:00', '04:00', ['sun']));
    expect(at(nightly, '2026-03-29T00:30:00Z')).toBe('open until 2026-03-29T02:00Z');
    expect(at(nightly, '2026-10-25T02:30:00Z')).toBe('open until 2026-10-25T03:00Z');
  });

  it('passes over holidays, also several in a row and over New Year', () => {
    const closed: Schedule = {
      ...helpdesk,
      holidays: [
        ...[24, 25, 26, 27, 28, 29, 30, 31].map((day) => ({ name: 'closure', date: `12-${day}` })),
        { name: 'New Year', date: '01-01' },
        { name: 'Good Friday', easter: -2 },
        { name: 'Easter Monday', easter: 1 },
      ],
    };
    expect(at(closed, '2026-12-23T17:00:00Z')).toBe('opens 2027-01-04T07:00Z');
    expect(at(closed, '2026-12-25T09:00:00Z')).toBe('opens 2027-01-04T07:00Z');
    expect(at(closed, '2026-04-02T17:00:00Z')).toBe('opens 2026-04-07T06:00Z');
  });

  it('knows hours that go on after midnight', () => {
    const night = schedule(span('22:00', '02:00', ['fri']));
    expect(at(night, '2026-11-27T21:30:00Z')).toBe('open until 2026-11-28T01:00Z');
    expect(at(night, '2026-11-28T00:30:00Z')).toBe('open until 2026-11-28T01:00Z');
    expect(at(night, '2026-11-28T01:00:00Z')).toBe('opens 2026-12-04T21:00Z');
  });

  it('opens at midnight of a day that has begun there and not here', () => {
    const kiritimati = {
      ...schedule(span('00:00', '12:00', ['wed'])),
      timeZone: 'Pacific/Kiritimati',
    };
    expect(at(kiritimati, '2026-11-24T10:00:00Z')).toBe('open until 2026-11-24T22:00Z');
    expect(at(kiritimati, '2026-11-24T09:59:59Z')).toBe('opens 2026-11-24T10:00Z');
  });

  it('does not say when it opens if that is more than 30 days away', () => {
    const never = schedule(span('09:00', '12:00', ['mon']));
    const mondays = Array.from({ length: 60 }, (_none, index) => {
      const day = new Date(Date.UTC(2026, 10, 24 + index)).toISOString().slice(5, 10);
      return { name: 'closed', date: day };
    });
    expect(at({ ...never, holidays: mondays }, '2026-11-24T12:00:00Z')).toBe('opens unknown');
    expect(at(schedule(), '2026-11-24T12:00:00Z')).toBe('opens unknown');
  });
});

describe('scheduleOf', () => {
  const periods = [span('08:00', '18:00')];
  const at = { timeZone: 'Europe/Brussels', holidays: ['commission'] };
  const contentWith = (...days: Holiday[]) =>
    ({ holidays: { commission: days } }) as unknown as Content;

  it('keeps the holidays of a draft out of the hours that are served', () => {
    const served = contentWith();
    const draft = contentWith({ name: 'Day of the draft', date: '11-24' });
    expect(scheduleOf(draft, periods, at).holidays).toEqual([
      { name: 'Day of the draft', date: '11-24' },
    ]);
    expect(scheduleOf(served, periods, at).holidays).toEqual([]);
    expect(scheduleOf(draft, periods, at).holidays).toEqual([
      { name: 'Day of the draft', date: '11-24' },
    ]);
  });

  it('gives the same schedule for the same content', () => {
    const served = contentWith();
    expect(scheduleOf(served, periods, at)).toBe(scheduleOf(served, periods, at));
  });
});
