import { dateFormat } from '../../lib/dateFormat.js';
import type { Insights } from '../../lib/types.js';

type DayLine = Insights['days'][number];

/** One or several days of a period, put together so that a chart has room for it. */
export interface Step extends DayLine {
  /** How the step is called, such as "24 Nov". */
  label: string;
}

/** More columns than these are too narrow to be read. */
const MOST_DAYS = 31;
const MOST_DAYS_IN_WEEKS = 120;
const WEEK = 7;

/** A period in days, in weeks or in months, as it is long; `day` is each step's first. */
export function inSteps(days: readonly DayLine[], language: string): Step[] {
  if (days.length <= MOST_DAYS) return summed(days, ({ day }) => day, language, DAY);
  if (days.length > MOST_DAYS_IN_WEEKS) {
    return summed(days, ({ day }) => day.slice(0, 7), language, MONTH);
  }
  // Counted back from today, so that the newest week is a whole one.
  const week = (_day: DayLine, at: number) => String(Math.ceil((days.length - at) / WEEK));
  return summed(days, week, language, DAY);
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'short', year: '2-digit', timeZone: 'UTC' };

function summed(
  days: readonly DayLine[],
  stepOf: (day: DayLine, at: number) => string,
  language: string,
  format: Intl.DateTimeFormatOptions,
): Step[] {
  const steps = new Map<string, Step>();
  const { format: labelOf } = dateFormat(language, format);
  days.forEach((line, at) => {
    const key = stepOf(line, at);
    const step = steps.get(key);
    if (!step) steps.set(key, { ...line, label: labelOf(new Date(line.day)) });
    else steps.set(key, { ...step, ...added(step, line) });
  });
  return [...steps.values()];
}

function added({ day: _day, label: _label, ...step }: Step, line: DayLine): Omit<DayLine, 'day'> {
  const names = Object.keys(step) as (keyof typeof step)[];
  for (const name of names) step[name] += line[name];
  return step;
}
