import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/support/insights/insightStore.js';
import { openCase, startApi, type Api } from './startApi.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('the insights', () => {
  const today = dayOf(new Date());

  it('cover 30 days unless another period is asked for', async () => {
    expect((await api.ask('GET', 'insights')).body.days).toHaveLength(30);
    const { body } = await api.ask('GET', 'insights?days=7');
    expect(body.days).toHaveLength(7);
    expect(body.to).toBe(today);
  });

  it('are of a period of sense', async () => {
    for (const days of ['0', '367', '-1', 'all']) {
      expect(await api.ask('GET', `insights?days=${days}`)).toMatchObject({ status: 400 });
    }
  });

  it('count what was asked, and name what nobody looks at, without anybody’s words', async () => {
    await api.store.insights.add([
      { day: today, outcome: 'answer', topic: 'no-sms', language: 'en', count: 5 },
    ]);
    await openCase(api.store, 'CASE01', { openedAt: new Date() });
    const { body } = await api.ask('GET', 'insights');
    expect(body.days.at(-1)).toMatchObject({ day: today, answer: 5 });
    expect(body.topics).toMatchObject([{ topic: 'no-sms', language: 'en', answer: 5 }]);
    expect(body.unanswered).toMatchObject([{ id: 'CASE01', people: 1, guess: 'account-locked' }]);
    expect(JSON.stringify(body)).not.toMatch(/padlock|Ana/);
  });

  it('say by when each topic is to be reviewed again', async () => {
    const { reviews } = (await api.ask('GET', 'insights')).body;
    expect(reviews.length).toBeGreaterThan(20);
    for (const { reviewed, due } of reviews) {
      expect(Date.parse(due) - Date.parse(reviewed)).toBe(365 * 24 * 60 * 60 * 1000);
    }
  });
});
