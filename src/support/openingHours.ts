import type { Holiday } from '../content/content.js';
import type { Period } from '../content/types.generated.js';
import type { Say } from './strings.js';

/** When an office or a helpdesk is open, in its own time zone. */
export interface Schedule {
  periods: readonly Period[];
  /** An IANA time zone, such as "Europe/Brussels". */
  timeZone: string;
  /** Days on which it is closed. */
  holidays: readonly Holiday[];
}

/** The opening hours in the reader's language. */
export function describeHours(schedule: Schedule, _now: Date, language: string, _say: Say): string {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const index = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  const name = (day: string) => weekday.format(new Date(Date.UTC(2026, 0, 4 + index.indexOf(day))));
  return schedule.periods
    .map(({ days, from, to }) => `${days.map(name).join(', ')}: ${from}–${to}`)
    .join('; ');
}
