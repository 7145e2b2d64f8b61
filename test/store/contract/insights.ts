import { describe, expect, it } from 'vitest';
import {
  dayOf,
  daysBefore,
  type QuestionCount,
} from '../../../src/support/insights/insightStore.js';
import type { Bench } from '../contract.js';
import { caseSamples } from './caseSamples.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

const asked: QuestionCount = {
  day: '2026-03-02',
  outcome: 'answer',
  topic: 'no-sms',
  language: 'fr',
  count: 1,
};

export function insightContract(bench: Bench): void {
  describe('insights', () => {
    const { newCase, event, open, asking } = caseSamples(bench);

    it('add up what is counted on a day, by what became of it', async () => {
      const { insights } = await bench.open();
      await insights.add([asked, { ...asked, outcome: 'silent', topic: '' }]);
      await insights.add([
        { ...asked, count: 2 },
        { ...asked, language: 'de' },
        { ...asked, day: '2026-03-03' },
      ]);
      expect(await insights.byDay('2026-03-02')).toEqual([
        { day: '2026-03-02', outcome: 'answer', count: 4 },
        { day: '2026-03-02', outcome: 'silent', count: 1 },
        { day: '2026-03-03', outcome: 'answer', count: 1 },
      ]);
    });

    it('add up topics and languages, and leave out what was before', async () => {
      const { insights } = await bench.open();
      await insights.add([
        { ...asked, day: '2026-03-01' },
        asked,
        { ...asked, day: '2026-03-03', count: 4 },
        { ...asked, outcome: 'suggest' },
        { ...asked, topic: 'account-locked', language: 'de' },
      ]);
      expect(await insights.byTopic('2026-03-02')).toEqual([
        { topic: 'account-locked', language: 'de', outcome: 'answer', count: 1 },
        { topic: 'no-sms', language: 'fr', outcome: 'answer', count: 5 },
        { topic: 'no-sms', language: 'fr', outcome: 'suggest', count: 1 },
      ]);
    });

    it('add up a year as they do a week', async () => {
      const { insights } = await bench.open();
      const newest = dayOf(bench.now());
      const days = Array.from({ length: 366 }, (_, ago) => daysBefore(newest, ago)).reverse();
      await insights.add(days.map((day) => ({ ...asked, day })));
      // Another clock is ahead.
      await insights.add([{ ...asked, day: daysBefore(newest, -1) }]);
      const [from = ''] = days;
      const byDay = await insights.byDay(from);
      expect(byDay.map(({ day }) => day)).toEqual([...days, daysBefore(newest, -1)]);
      expect(byDay.every(({ count }) => count === 1)).toBe(true);
      const { day: _, ...topic } = asked;
      expect(await insights.byTopic(from)).toEqual([{ ...topic, count: 367 }]);
      expect(await insights.byTopic(daysBefore(newest, 99))).toEqual([{ ...topic, count: 101 }]);
    });

    it('take nothing and thousands at once alike', async () => {
      const { insights } = await bench.open();
      await insights.add([]);
      const topics = Array.from({ length: 3_000 }, (_, at) => ({ ...asked, topic: `topic-${at}` }));
      await insights.add(topics);
      expect(await insights.byTopic(asked.day)).toHaveLength(3_000);
    });

    it.skipIf(!bench.kind.replicas)('lose no count of replicas that write at once', async () => {
      const [one, other] = [await bench.open(), await bench.open()];
      const counts = ['en', 'fr', 'de'].map((language) => ({ ...asked, language }));
      await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          (at % 2 ? one : other).insights.add(at % 3 ? counts : [...counts].reverse()),
        ),
      );
      expect(await one.insights.byDay(asked.day)).toEqual([
        { day: asked.day, outcome: 'answer', count: 60 },
      ]);
    });

    it('say how many questions went to the moderators, each of several that share a case', async () => {
      const { cases, insights } = await bench.open();
      await open(cases, newCase('AAAA'));
      bench.pass(DAY_MS);
      const shared = [asking('ana'), asking('gerda', { language: 'de' })];
      await open(cases, newCase('BBBB', { askings: shared }));
      expect(await insights.handedOver('2026-03-01')).toEqual([
        { day: '2026-03-02', language: 'fr', count: 1 },
        { day: '2026-03-03', language: 'de', count: 1 },
        { day: '2026-03-03', language: 'fr', count: 1 },
      ]);
      expect(await insights.handedOver('2026-03-04')).toEqual([]);
    });

    it('say how long each answer of a moderator was waited for, since the case was opened last', async () => {
      const { cases, insights } = await bench.open();
      const opened = await open(cases, newCase('AAAA'));
      const change = (next: typeof opened, kind: 'answered' | 'reopened' | 'claimed') =>
        cases.change({ next, event: event(kind), messages: [] });
      bench.pass(HOUR_MS);
      const claimed = (await change(opened, 'claimed'))!;
      bench.pass(HOUR_MS);
      const answered = (await change(claimed, 'answered'))!;
      bench.pass(DAY_MS);
      const reopened = (await change(answered, 'reopened'))!;
      bench.pass(HOUR_MS);
      await change(reopened, 'answered');
      expect(await insights.answerWaits('2026-03-02')).toEqual([HOUR_MS, 2 * HOUR_MS]);
      expect(await insights.answerWaits('2026-03-03')).toEqual([HOUR_MS]);
    });

    it('remember across a restart', async () => {
      const before = await bench.open();
      await before.insights.add([asked]);
      await before.close();
      const { insights } = await bench.open();
      expect(await insights.byDay(asked.day)).toHaveLength(1);
    });
  });
}
