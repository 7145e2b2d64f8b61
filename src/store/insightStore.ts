import { sql } from './kysely.js';
import {
  dayOf,
  keyOf,
  startOf,
  type Day,
  type InsightStore,
  type QuestionCount,
} from '../support/insights/insightStore.js';
import { createMonthByMonth } from './monthByMonth.js';
import { compileOnce } from './compileOnce.js';
import { keyText } from './keyText.js';
import type { StoreParts } from './storeParts.js';
import { withoutDisk } from './withoutDisk.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows in one statement: each number of them up to here is a statement that stays compiled. */
const ROWS_AT_ONCE = 16;

/** Counts as rows; what became of cases is read from the cases themselves. */
export function createInsightStore({
  db,
  writer,
  kind,
  now,
}: Pick<StoreParts, 'db' | 'writer' | 'kind' | 'now'>): InsightStore {
  const monthByMonth = createMonthByMonth({ kind, now });
  const total = sql<number>`sum(count)`.as('total');
  const empty = { day: '', outcome: 'answer', topic: '', language: '', count: 0 } as const;
  const upsert = compileOnce((rows) =>
    db
      .insertInto('question_count')
      .values(Array.from({ length: rows }, () => empty))
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'outcome', 'topic', 'language'])
          .doUpdateSet({ count: sql`question_count.count + excluded.count` }),
      )
      .$call(withoutDisk({ kind })),
  );

  const countsIn = (from: Day, before: Day) =>
    db.selectFrom('question_count').where('day', '>=', from).where('day', '<', before);

  return {
    async add(counts) {
      const rows = counts.map((each) => ({ ...each, topic: keyText(each.topic) }));
      // Always in the same order: two replicas that write at once must not wait for each other.
      rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      if (rows.length === 0) return;
      // Whoever is told of a failure adds all of it again: none of it may be committed then, and
      // what is committed must not be waiting for a disk that may fail.
      await writer.noteTogether(async (to) => {
        for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
          const some = rows.slice(at, at + ROWS_AT_ONCE);
          const values = some.flatMap(({ day, outcome, topic, language, count }) => [
            day,
            outcome,
            topic,
            language,
            count,
          ]);
          await to.executeQuery(upsert(some.length, values));
        }
      });
    },

    async byDay(from) {
      const rows = await monthByMonth(from, (start, before) =>
        countsIn(start, before)
          .select(['day', 'outcome', total])
          .groupBy(['day', 'outcome'])
          .orderBy('day')
          .orderBy('outcome')
          .execute(),
      );
      return rows.map(counted);
    },

    async byTopic(from) {
      const rows = await monthByMonth(from, (start, before) =>
        countsIn(start, before)
          .select(['topic', 'language', 'outcome', total])
          .groupBy(['topic', 'language', 'outcome'])
          .execute(),
      );
      const all = new Map<string, Omit<QuestionCount, 'day'>>();
      for (const row of rows.map(counted)) {
        const key = [row.topic, row.language, row.outcome].join('|');
        all.set(key, { ...row, count: row.count + (all.get(key)?.count ?? 0) });
      }
      return [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
    },

    async handedOver(from) {
      // Whole numbers divide without a rest on both databases.
      const days = sql<number>`asked_at / ${sql.lit(DAY_MS)}`;
      const rows = await monthByMonth(from, (start, before) =>
        db
          .selectFrom('asking')
          .select(['language', days.as('days'), ({ fn }) => fn.countAll<number>().as('total')])
          .where('asked_at', '>=', startOf(start))
          .where('asked_at', '<', startOf(before))
          .groupBy([days, 'language'])
          .orderBy('days')
          .orderBy('language')
          .execute(),
      );
      return rows.map(({ days: since1970, ...row }) => ({
        day: dayOf(new Date(since1970 * DAY_MS)),
        ...counted(row),
      }));
    },

    async answerWaits(from) {
      const rows = await monthByMonth(from, (start, before) =>
        db
          .selectFrom('case_event as answered')
          .select(({ eb, selectFrom }) =>
            eb(
              'answered.happened_at',
              '-',
              selectFrom('case_event as asked')
                .select('asked.happened_at')
                .whereRef('asked.case_id', '=', 'answered.case_id')
                .whereRef('asked.version', '<', 'answered.version')
                .where('asked.kind', 'in', ['opened', 'reopened'])
                .orderBy('asked.version', 'desc')
                .limit(1),
            ).as('waitMs'),
          )
          .where('answered.kind', '=', 'answered')
          .where('answered.happened_at', '>=', startOf(start))
          .where('answered.happened_at', '<', startOf(before))
          .execute(),
      );
      return rows
        .flatMap(({ waitMs }) => (waitMs === null ? [] : [Number(waitMs)]))
        .sort((a, b) => a - b);
    },
  };
}

/** PostgreSQL sums whole numbers into a decimal, which comes as text. */
function counted<Row extends { total: number | string }>({ total, ...row }: Row) {
  return { ...row, count: Number(total) };
}
