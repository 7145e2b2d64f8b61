import type { Holiday } from '../../content/content.js';
import { easterSunday } from './easter.js';
import { calendarDay, dayAfter, type CalendarDay } from './zonedTime.js';

/** True if one of the rules, a fixed date or a distance from Easter, falls on the day. */
export function isHoliday(day: CalendarDay, holidays: readonly Holiday[]): boolean {
  return holidays.some(({ date, easter }) => {
    if (date !== undefined) return date === `${twoDigits(day.month)}-${twoDigits(day.day)}`;
    if (easter === undefined) return false;
    const sunday = easterSunday(day.year);
    const feast = dayAfter(calendarDay(day.year, sunday.month, sunday.day), easter);
    return feast.month === day.month && feast.day === day.day;
  });
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
