import { describe, expect, it, vi } from 'vitest';
import type { Understanding } from '../../../src/matching/types.js';
import { createQuestionCounter } from '../../../src/support/insights/createQuestionCounter.js';
import { createFakeStore } from '../../fakes/createFakeStore.js';
import { silentLog } from '../../store/silentLog.js';

const understood: Understanding = {
  language: 'fr',
  outcome: 'suggest',
  topics: [
    { id: 'no-sms', confidence: 0.5 },
    { id: 'new-phone', confidence: 0.3 },
  ],
};

function setUp() {
  const { insights } = createFakeStore();
  let now = new Date('2026-11-24T23:59:00Z');
  const counter = createQuestionCounter({ store: insights, clock: () => now, log: silentLog });
  return { insights, counter, at: (moment: string) => (now = new Date(moment)) };
}

describe('the counter of questions', () => {
  it('counts what was answered under its topic, and what was suggested under the best', async () => {
    const { insights, counter } = setUp();
    counter.replied({ ...understood, outcome: 'answer' }, 'new-phone');
    counter.replied(understood, undefined);
    counter.replied({ ...understood, outcome: 'unresolved' }, undefined);
    await counter.stop();
    expect(await insights.byTopic('2026-11-24')).toEqual([
      { topic: '', language: 'fr', outcome: 'unresolved', count: 1 },
      { topic: 'new-phone', language: 'fr', outcome: 'answer', count: 1 },
      { topic: 'no-sms', language: 'fr', outcome: 'suggest', count: 1 },
    ]);
  });

  it('tells an answer that was withheld from a message that it had none for', async () => {
    const { insights, counter } = setUp();
    counter.keptSilent({ ...understood, outcome: 'answer' });
    counter.keptSilent({ ...understood, outcome: 'silent' });
    await counter.stop();
    expect(await insights.byTopic('2026-11-24')).toEqual([
      { topic: '', language: 'fr', outcome: 'silent', count: 1 },
      { topic: 'no-sms', language: 'fr', outcome: 'withheld', count: 1 },
    ]);
  });

  it('counts a question on the day on which it was asked', async () => {
    const { insights, counter, at } = setUp();
    counter.replied(understood, undefined);
    at('2026-11-25T00:00:10Z');
    counter.replied(understood, undefined);
    await counter.stop();
    expect(await insights.byDay('2026-11-24')).toEqual([
      { day: '2026-11-24', outcome: 'suggest', count: 1 },
      { day: '2026-11-25', outcome: 'suggest', count: 1 },
    ]);
  });

  it('writes many questions at once, and those of the last seconds when it stops', async () => {
    vi.useFakeTimers();
    const { insights, counter } = setUp();
    const add = vi.spyOn(insights, 'add');
    counter.start(5_000);
    for (let at = 0; at < 100; at++) counter.replied(understood, undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(add).toHaveBeenCalledTimes(1);
    counter.replied(understood, undefined);
    vi.useRealTimers();
    await counter.stop();
    expect(await insights.byDay('2026-11-24')).toMatchObject([{ count: 101 }]);
  });

  it('loses no count while the store is out of reach', async () => {
    vi.useFakeTimers();
    const { insights, counter } = setUp();
    const add = vi.spyOn(insights, 'add').mockRejectedValueOnce(new Error('out of reach'));
    counter.start(5_000);
    counter.replied(understood, undefined);
    await vi.advanceTimersByTimeAsync(5_000);
    counter.replied(understood, undefined);
    vi.useRealTimers();
    await counter.stop();
    expect(add).toHaveBeenCalledTimes(2);
    expect(await insights.byDay('2026-11-24')).toMatchObject([{ count: 2 }]);
  });
});
