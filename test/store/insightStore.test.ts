import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { OpenDatabase } from '../../src/store/dialects/openDatabase.js';
import { createGroupCommit } from '../../src/store/groupCommit.js';
import { createInsightStore } from '../../src/store/insightStore.js';
import { createQuestionCounter } from '../../src/support/insights/createQuestionCounter.js';
import type { QuestionCount } from '../../src/support/insights/insightStore.js';
import { DATABASES, openMigrated } from './openMigrated.js';
import { silentLog } from './silentLog.js';

const asked: QuestionCount = {
  day: '2026-03-02',
  outcome: 'answer',
  topic: 'no-sms',
  language: 'fr',
  count: 1,
};
const many = (count: number): QuestionCount[] =>
  Array.from({ length: count }, (_, at) => ({ ...asked, topic: `topic-${at}` }));

describe.each(DATABASES)('counts on %s', (kind) => {
  let database: OpenDatabase;
  beforeEach(async (context) => {
    const opened = await openMigrated(kind, context);
    database = opened.database;
    return opened.close;
  });

  it('are added all together or not at all: whoever adds them again counts none twice', async () => {
    const insights = createInsightStore({ ...database, now: Date.now });
    const counts = [...many(1_200), { ...asked, topic: '~last', count: Number.NaN }];
    await expect(insights.add(counts)).rejects.toThrow();
    expect(await insights.byDay(asked.day)).toEqual([]);
    await insights.add(many(1_200));
    expect(await insights.byDay(asked.day)).toMatchObject([{ count: 1_200 }]);
  });

  it.skipIf(kind === 'postgres')('are not doubled by a disk that fails after them', async () => {
    const writer = createGroupCommit({
      db: database.db,
      isInTransaction: () => true,
      sync: () => Promise.reject(new Error('the disk is broken')),
      log: silentLog,
    });
    const insights = createInsightStore({ ...database, writer, now: Date.now });
    const clock = () => new Date('2026-03-02T09:00:00Z');
    const counter = createQuestionCounter({ store: insights, clock, log: silentLog });
    counter.replied({ language: 'fr', outcome: 'unresolved', topics: [] }, undefined);
    await counter.stop();
    await counter.stop();
    await writer.close();
    expect(await insights.byDay(asked.day)).toMatchObject([{ count: 1 }]);
  });

  it.skipIf(kind === 'postgres')('need few statements, however many there are', async () => {
    const { prepare } = Sqlite.prototype;
    onTestFinished(() => void (Sqlite.prototype.prepare = prepare));
    const made: string[] = [];
    Sqlite.prototype.prepare = function (this: Sqlite.Database, source: string) {
      made.push(source);
      return prepare.call(this, source);
    } as typeof prepare;
    const insights = createInsightStore({ ...database, now: Date.now });
    await Promise.all(Array.from({ length: 100 }, (_, at) => insights.add(many(at + 1))));
    expect(made.filter((source) => source.startsWith('insert')).length).toBeLessThanOrEqual(16);
  });
});
