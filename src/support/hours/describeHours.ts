import type { Period } from '../../content/types.generated.js';
import { openingAt, WEEKDAYS, type Schedule } from './openingHours.js';
import type { Say } from '../strings.js';
import { dayIn, daysBetween } from './zonedTime.js';

/** Time zones whose names readers know by a city that is written differently in their language. */
const ZONE_NAMES: Record<string, string> = {
  'Europe/Brussels': 'hoursBrusselsTime',
  'Europe/Luxembourg': 'hoursLuxembourgTime',
  'Europe/Rome': 'hoursRomeTime',
};

const MINUTE_MS = 60_000;
/** What was said of a schedule in this minute, by language: many ask within one. */
const described = new WeakMap<Schedule, { minute: number; texts: Map<string, string> }>();

/**
 * The opening hours in the reader's language: first whether it is open now, then the usual hours,
 * such as "Open now until 18:00 (Brussels time). Monday to Friday: 08:00–18:00". Times are those
 * of the office. Without any hours, an empty string.
 */
export function describeHours(schedule: Schedule, now: Date, language: string, say: Say): string {
  if (schedule.periods.length === 0) return '';
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  let lately = described.get(schedule);
  if (lately?.minute !== minute) {
    lately = { minute, texts: new Map() };
    described.set(schedule, lately);
  }
  const known = lately.texts.get(language);
  if (known !== undefined) return known;
  const text = `${describeNow(schedule, now, language, say)} ${usualHours(schedule, language, say)}`;
  lately.texts.set(language, text);
  return text;
}

/** "Open now until 18:00 (Brussels time)." or "Closed now. Opens Monday at 08:00 (…)." */
export function describeNow(schedule: Schedule, now: Date, language: string, say: Say): string {
  const { timeZone } = schedule;
  const zone = zoneName(timeZone, say);
  const time = (moment: Date): string =>
    new Intl.DateTimeFormat(localeOf(language), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }).format(moment);
  const opening = openingAt(schedule, now);
  if (opening.open) return say('hoursOpenUntil', { time: time(opening.until), zone });
  const { opens } = opening;
  if (opens === undefined) return say('hoursClosed');
  const days = daysBetween(dayIn(timeZone, now), dayIn(timeZone, opens));
  if (days === 0) return say('hoursOpensToday', { time: time(opens), zone });
  if (days === 1) return say('hoursOpensTomorrow', { time: time(opens), zone });
  const day = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    // Within a week the weekday says it all.
    ...(days < 7 ? {} : { day: 'numeric', month: 'long' }),
    timeZone,
  }).format(opens);
  return say('hoursOpensOn', { day, time: time(opens), zone });
}

/** "Monday to Friday: 09:00–12:00, 14:00–17:00. Saturday: 09:00–12:00." */
function usualHours({ periods }: Schedule, language: string, say: Say): string {
  const spansByDays = new Map<string, string[]>();
  for (const period of periods) {
    const days = dayNames(period, language, say);
    const spans = spansByDays.get(days) ?? [];
    spans.push(`${period.from}–${period.to}`);
    spansByDays.set(days, spans);
  }
  return [...spansByDays]
    .map(([days, spans]) => say('hoursUsual', { days, times: spans.sort().join(', ') }))
    .join(' ');
}

/** The days of a period, runs of three and more as "Monday to Friday". */
function dayNames({ days }: Period, language: string, say: Say): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2023 was a Sunday.
  const name = (index: number) => format.format(Date.UTC(2023, 0, 1 + (index % 7)));
  // A week begins on Monday for every reader of ours.
  const indexes = days.map((day) => WEEKDAYS.indexOf(day) || 7).sort((one, other) => one - other);
  const runs: { first: number; last: number }[] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run && index === run.last + 1) run.last = index;
    else runs.push({ first: index, last: index });
  }
  const text = runs
    .map(({ first, last }) => {
      if (first === last) return name(first);
      if (last === first + 1) return `${name(first)}, ${name(last)}`;
      return say('hoursDayToDay', { first: name(first), last: name(last) });
    })
    .join(', ');
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function zoneName(timeZone: string, say: Say): string {
  const key = ZONE_NAMES[timeZone];
  if (key !== undefined) return say(key);
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return say('hoursOtherTime', { city });
}

/** European English: "Monday 4 January", not "Monday, January 4". */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
