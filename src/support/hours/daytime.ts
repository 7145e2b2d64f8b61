const FIRST_HOUR = 8;
const LAST_HOUR = 21;
const STEP_MS = 15 * 60 * 1000;

/** Where most of the institutions' retired staff live: used when Teams tells no time zone. */
export const HOME_TIME_ZONE = 'Europe/Brussels';

/**
 * The given moment, or the next one between 08:00 and 21:00 in the time zone: nobody is written to
 * at night. Walks in quarters of an hour, which is right on the days when clocks change, too.
 */
export function notAtNight(moment: Date, timeZone: string): Date {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone });
  const isDay = (ms: number): boolean => {
    const hours = Number(hour.format(ms));
    return hours >= FIRST_HOUR && hours < LAST_HOUR;
  };
  let ms = moment.getTime();
  if (isDay(ms)) return moment;
  // Every time zone's day begins on a quarter of an hour.
  ms = Math.ceil(ms / STEP_MS) * STEP_MS;
  while (!isDay(ms)) ms += STEP_MS;
  return new Date(ms);
}
