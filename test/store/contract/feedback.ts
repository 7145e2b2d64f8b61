import { describe, expect, it } from 'vitest';
import type { FeedbackEntry } from '../../../src/support/ports.js';
import type { Bench } from '../contract.js';

const entry: FeedbackEntry = {
  topic: 'no-sms',
  language: 'fr',
  helped: true,
  revision: 'r1',
  personId: 'marie',
  conversationId: 'thread 1',
};

export function feedbackContract(bench: Bench): void {
  describe('feedback', () => {
    it('counts nothing before anybody voted', async () => {
      const { feedback } = await bench.open();
      expect(await feedback.counts()).toEqual([]);
    });

    it('counts votes by topic and language', async () => {
      const { feedback } = await bench.open();
      await feedback.record(entry);
      await feedback.record({ ...entry, personId: 'jean', helped: false, revision: 'r2' });
      await feedback.record({ ...entry, conversationId: 'thread 2' });
      await feedback.record({ ...entry, personId: 'anna', language: 'de' });
      await feedback.record({ ...entry, topic: 'account-locked' });
      expect(await feedback.counts()).toEqual([
        { topic: 'account-locked', language: 'fr', helped: 1, notHelped: 0 },
        { topic: 'no-sms', language: 'de', helped: 1, notHelped: 0 },
        { topic: 'no-sms', language: 'fr', helped: 2, notHelped: 1 },
      ]);
    });

    it('lets the last vote of a person win', async () => {
      const { feedback } = await bench.open();
      await feedback.record(entry);
      await feedback.record({ ...entry, helped: false, language: 'nl' });
      expect(await feedback.counts()).toEqual([
        { topic: 'no-sms', language: 'nl', helped: 0, notHelped: 1 },
      ]);
    });

    it('still counts the votes of people it has forgotten', async () => {
      const { feedback } = await bench.open();
      await feedback.record(entry);
      await feedback.record({ ...entry, conversationId: 'thread 2' });
      await feedback.record({ ...entry, personId: 'jean', helped: false });
      const before = await feedback.counts();
      await feedback.forget('marie');
      await feedback.forget('marie');
      expect(await feedback.counts()).toEqual(before);
    });

    it('does not know a forgotten person again: a new vote is one more', async () => {
      const { feedback } = await bench.open();
      await feedback.record(entry);
      await feedback.forget('marie');
      await feedback.record(entry);
      await feedback.forget('marie');
      expect(await feedback.counts()).toEqual([
        { topic: 'no-sms', language: 'fr', helped: 2, notHelped: 0 },
      ]);
    });

    it('forgets who gave an old vote, and counts it still', async () => {
      const { feedback } = await bench.open();
      await feedback.record(entry);
      bench.pass(2 * 60_000);
      await feedback.record({ ...entry, personId: 'jean' });
      const before = await feedback.counts();
      const between = new Date(bench.now().getTime() - 60_000);
      expect(await feedback.forgetGivenBefore(between)).toBe(1);
      expect(await feedback.forgetGivenBefore(between)).toBe(0);
      expect(await feedback.counts()).toEqual(before);
    });

    it('remembers across a restart', async () => {
      const before = await bench.open();
      await before.feedback.record(entry);
      await before.close();
      const { feedback } = await bench.open();
      expect(await feedback.counts()).toHaveLength(1);
    });
  });
}
