import { setImmediate } from 'node:timers/promises';
import { dayOf, daysBefore, type Day } from '../support/insights/insightStore.js';
import type { StoreParts } from './storeParts.js';

const DAYS_AT_ONCE = 31;

/** No clock is ahead by so much. */
const END_OF_DAYS: Day = '9999-12-31';

/** Reads rows from a day on, up to another one. */
type ReadDays<Row> = (from: Day, before: Day) => Promise<Row[]>;

/**
 * Reads rows of many days. SQLite adds up on the thread that answers people, which a year would
 * hold for 30 ms: there it is done a month at a time, and they go in between.
 */
export function createMonthByMonth({ kind, now }: Pick<StoreParts, 'kind' | 'now'>) {
  return async <Row>(from: Day, read: ReadDays<Row>): Promise<Row[]> => {
    if (kind === 'postgres') return read(from, END_OF_DAYS);
    const today = dayOf(new Date(now()));
    const rows: Row[] = [];
    let start = from;
    for (;;) {
      const next = daysBefore(start, -DAYS_AT_ONCE);
      // Another clock may be ahead: the last days end with all days.
      const isLast = next > today;
      rows.push(...(await read(start, isLast ? END_OF_DAYS : next)));
      if (isLast) return rows;
      start = next;
      await setImmediate();
    }
  };
}
