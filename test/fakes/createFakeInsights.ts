import {
  dayOf,
  keyOf,
  startOf,
  type InsightStore,
} from '../../src/support/insights/insightStore.js';
import type { FakeDisk, Write } from './createFakeStore.js';

/** The counts of the fake store. */
export function createFakeInsights({ counts, cases }: FakeDisk, write: Write): InsightStore {
  const since = (from: string) => [...counts.values()].filter(({ day }) => day >= from);
  return {
    add: (more) =>
      write(() => {
        for (const each of more) {
          const key = keyOf(each);
          counts.set(key, { ...each, count: each.count + (counts.get(key)?.count ?? 0) });
        }
      }),
    byDay: (from) =>
      write(() => summed(since(from), ({ day, outcome, count }) => ({ day, outcome, count }))),
    byTopic: (from) =>
      write(() =>
        summed(since(from), ({ topic, language, outcome, count }) => ({
          topic,
          language,
          outcome,
          count,
        })),
      ),
    handedOver: (from) =>
      write(() => {
        const askings = [...cases.cases.values()]
          .flatMap((each) => each.askings)
          .filter(({ askedAt }) => askedAt.getTime() >= startOf(from))
          .map(({ askedAt, language }) => ({ day: dayOf(askedAt), language, count: 1 }));
        return summed(askings, (each) => each);
      }),
    answerWaits: (from) =>
      write(() => {
        const waits: number[] = [];
        for (const events of cases.events.values()) {
          let askedAt: number | undefined;
          for (const { kind, at } of events) {
            if (kind === 'opened' || kind === 'reopened') askedAt = at.getTime();
            if (kind !== 'answered' || askedAt === undefined) continue;
            if (at.getTime() >= startOf(from)) waits.push(at.getTime() - askedAt);
          }
        }
        return waits.sort((a, b) => a - b);
      }),
  };
}

/** Adds up what is the same but for its count, in the order of its values. */
function summed<Row extends object, Sum extends { count: number }>(
  rows: readonly Row[],
  keep: (row: Row) => Sum,
): Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const { count, ...rest } = keep(row);
    const key = JSON.stringify(rest);
    sums.set(key, { ...rest, count: count + (sums.get(key)?.count ?? 0) } as Sum);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
