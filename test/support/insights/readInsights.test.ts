import { describe, expect, it } from 'vitest';
import type { QuestionCount } from '../../../src/support/insights/insightStore.js';
import { readInsights } from '../../../src/support/insights/readInsights.js';
import { createFakeStore } from '../../fakes/createFakeStore.js';

const HOUR_MS = 60 * 60 * 1000;
const asked: QuestionCount = {
  day: '2026-03-01',
  outcome: 'answer',
  topic: 'no-sms',
  language: 'fr',
  count: 3,
};
const NONE = { answer: 0, suggest: 0, unresolved: 0, silent: 0, withheld: 0, handedOver: 0 };

describe('the insights of a period', () => {
  it('have a line for every day, also where a month ends and nobody asked', async () => {
    const store = createFakeStore();
    await store.insights.add([asked, { ...asked, day: '2026-02-26' }]);
    const { from, days } = await readInsights(store, { days: 4, to: '2026-03-02' });
    expect(from).toBe('2026-02-27');
    expect(days).toEqual([
      { day: '2026-02-27', ...NONE },
      { day: '2026-02-28', ...NONE },
      { day: '2026-03-01', ...NONE, answer: 3 },
      { day: '2026-03-02', ...NONE },
    ]);
  });

  it('put questions and votes on a topic side by side', async () => {
    const store = createFakeStore();
    await store.insights.add([asked, { ...asked, outcome: 'withheld', count: 1 }]);
    const vote = { topic: 'no-sms', language: 'fr', revision: 'r', conversationId: 'c' };
    await store.feedback.record({ ...vote, personId: 'ana', helped: true });
    await store.feedback.record({ ...vote, personId: 'luc', helped: false });
    const { topics, languages } = await readInsights(store, { days: 7, to: '2026-03-02' });
    expect(topics).toEqual([
      {
        topic: 'no-sms',
        language: 'fr',
        answer: 3,
        suggest: 0,
        withheld: 1,
        helped: 1,
        notHelped: 1,
      },
    ]);
    expect(languages).toEqual([{ language: 'fr', ...NONE, answer: 3, withheld: 1 }]);
  });

  it('name the wait that half of the answers kept within, and none where there are no answers', async () => {
    const { insights, feedback } = createFakeStore();
    const read = (waits: number[]) =>
      readInsights(
        { feedback, insights: { ...insights, answerWaits: () => Promise.resolve(waits) } },
        { days: 7, to: '2026-03-02' },
      );
    expect((await read([])).answers).toMatchObject({ count: 0, medianMs: undefined });
    const waits = [0.5, 1, 2, 30, 200].map((hours) => hours * HOUR_MS);
    expect((await read(waits)).answers).toEqual({
      count: 5,
      medianMs: 2 * HOUR_MS,
      within: [
        { hours: 1, count: 2 },
        { hours: 4, count: 1 },
        { hours: 24, count: 0 },
        { hours: 72, count: 1 },
        { hours: undefined, count: 1 },
      ],
    });
  });
});
