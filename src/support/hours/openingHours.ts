import type { Content, Holiday } from '../../content/content.js';
import type { Period } from '../../content/types.generated.js';
import { isHoliday } from './holidays.js';
import { dayAfter, dayIn, momentIn } from './zonedTime.js';

/** When an office or a helpdesk is open, in its own time zone. */
export interface Schedule {
  periods: readonly Period[];
  /** An IANA time zone, such as "Europe/Brussels". */
  timeZone: string;
  /** Days on which it is closed. */
  holidays: readonly Holiday[];
}

/** Open until a moment; or closed until one, which is unknown if it lies beyond 30 days. */
export type Opening = { open: true; until: Date } | { open: false; opens: Date | undefined };

/** The days of the week as content names them; the index is that of `CalendarDay.weekday`. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const LOOK_AHEAD_DAYS = 30;

const schedules = new WeakMap<Content['holidays'], WeakMap<readonly Period[], Schedule>>();

/**
 * The schedule of an office or a helpdesk of the content. Content never changes, so the same
 * periods on the same calendars give the same object: what was worked out for it can be kept with
 * it. A draft may have calendars of its own and share all periods with what is served.
 */
export function scheduleOf(
  content: Content,
  periods: readonly Period[],
  { timeZone, holidays }: { timeZone: string; holidays: readonly string[] },
): Schedule {
  const calendars = content.holidays;
  const kept = schedules.get(calendars) ?? new WeakMap<readonly Period[], Schedule>();
  schedules.set(calendars, kept);
  const known = kept.get(periods);
  if (known) return known;
  const days = holidays.flatMap((id) => calendars[id] ?? []);
  const schedule = { periods, timeZone, holidays: days };
  kept.set(periods, schedule);
  return schedule;
}

/** Whether it is open now and until when, or else when it opens next. */
export function openingAt(schedule: Schedule, now: Date): Opening {
  const spans = spansFrom(schedule, now);
  const next = spans.find(({ closes }) => closes > now);
  if (next && next.opens <= now) {
    let until = next.closes;
    // Hours that follow on without a break are one span to a caller.
    for (const { opens, closes } of spans) if (opens <= until && closes > until) until = closes;
    return { open: true, until };
  }
  const lastDay = dayAfter(dayIn(schedule.timeZone, now), LOOK_AHEAD_DAYS + 1);
  const horizon = momentIn(schedule.timeZone, lastDay, 0);
  return { open: false, opens: next && next.opens < horizon ? next.opens : undefined };
}

interface Span {
  opens: Date;
  closes: Date;
}

/** Every span of opening from yesterday on, in order: yesterday's may end after midnight. */
function spansFrom({ periods, timeZone, holidays }: Schedule, now: Date): Span[] {
  const today = dayIn(timeZone, now);
  const spans: Span[] = [];
  for (let ahead = -1; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = dayAfter(today, ahead);
    const weekday = WEEKDAYS[day.weekday];
    if (weekday === undefined || isHoliday(day, holidays)) continue;
    for (const { days, from, to } of periods) {
      if (!days.includes(weekday)) continue;
      const endDay = to <= from ? dayAfter(day, 1) : day;
      spans.push({
        opens: momentIn(timeZone, day, minutesOf(from)),
        closes: momentIn(timeZone, endDay, minutesOf(to)),
      });
    }
  }
  return spans.sort((one, other) => one.opens.getTime() - other.opens.getTime());
}

/** "09:30" → 570 */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
