import { UnfinishedContentError } from '../../content/unfinishedContentError.js';

/** A day of the calendar, without a time and without a zone. */
export interface CalendarDay {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
  /** 0 is Sunday. */
  weekday: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day with these numbers; days beyond a month's end run into the next one. */
export function calendarDay(year: number, month: number, day: number): CalendarDay {
  const date = new Date(Date.UTC(year, month - 1, day));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** The day so many days later, or earlier for a negative number. */
export function dayAfter({ year, month, day }: CalendarDay, days: number): CalendarDay {
  return calendarDay(year, month, day + days);
}

/** How many days lie between two days; positive when `later` is later. */
export function daysBetween(earlier: CalendarDay, later: CalendarDay): number {
  const ms = ({ year, month, day }: CalendarDay) => Date.UTC(year, month - 1, day);
  return Math.round((ms(later) - ms(earlier)) / DAY_MS);
}

/** Which day it is in a time zone at a moment. */
export function dayIn(timeZone: string, moment: Date): CalendarDay {
  const local = new Date(localMs(timeZone, moment.getTime()));
  return calendarDay(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
}

/**
 * The moment at which clocks in the zone show `minutes` after midnight on the day. A time that
 * comes twice when clocks go back is taken the first time; one that clocks jump over is taken as
 * much later as they jump.
 */
export function momentIn(timeZone: string, day: CalendarDay, minutes: number): Date {
  const wanted = Date.UTC(day.year, day.month - 1, day.day) + minutes * MINUTE_MS;
  const before = offsetMs(timeZone, wanted - DAY_MS);
  const after = offsetMs(timeZone, wanted + DAY_MS);
  const right = [wanted - before, wanted - after]
    .filter((ms) => localMs(timeZone, ms) === wanted)
    .sort((one, other) => one - other);
  return new Date(right[0] ?? wanted - before);
}

/** How far the zone's clocks are ahead of UTC. */
function offsetMs(timeZone: string, ms: number): number {
  return localMs(timeZone, ms) - ms;
}

/** What clocks in the zone show, as if it were UTC; whole seconds. */
function localMs(timeZone: string, ms: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = formatIn(timeZone);
    formats.set(timeZone, format);
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new UnfinishedContentError(`There is no time zone "${timeZone}".`, { cause });
  }
}
