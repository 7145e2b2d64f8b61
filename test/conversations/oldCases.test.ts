import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ana, cardIn, startHelper, wordsOn, type Helper } from './harness.js';
import { inModerators, marie, MODERATORS, strangeQuestion } from './moderators.js';

describe('a question that nobody takes', () => {
  let now: Date;
  let slow: Helper;
  beforeEach(async () => {
    now = new Date('2026-11-24T10:00:00Z');
    slow = await startHelper({ deliverEveryMs: 20, tidyEveryMs: 20, clock: () => now });
    slow.connector.members.set(MODERATORS, new Map([[marie.id, { userRole: 'owner' }]]));
    vi.spyOn(slow.app.knowledge().matcher, 'match').mockReturnValue({
      language: 'en',
      outcome: 'unresolved',
      topics: [],
    });
    await slow.inChannel(marie, 'moderators here', inModerators);
  });
  afterEach(() => slow.close());

  /** The messages that say something now. */
  const saying = (words: string) =>
    slow.connector.delivered.filter(({ id }) => wordsOn(slow.connector.cardOf(id)).includes(words));

  /** Whether it is written down that a message of this kind was sent. */
  const noted = (kind: string) =>
    slow.logged.some((line) => line['msg'] === 'a message was delivered' && line['kind'] === kind);

  it('is brought to mind once', async () => {
    await slow.inChat(ana, strangeQuestion());
    now = new Date('2026-11-24T11:01:00Z');
    await vi.waitFor(() => expect(saying('Nobody has taken')).toHaveLength(1), {
      timeout: 5_000,
    });
    // Whatever is still under way when hours go by counts as lost with its replica, and is said again.
    await vi.waitFor(() => expect(noted('case-reminder')).toBe(true));
    now = new Date('2026-11-24T13:01:00Z');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(saying('Nobody has taken')).toHaveLength(1);
  });

  it('is closed when texts are kept no longer; its asker is told, and its words are gone', async () => {
    const question = strangeQuestion();
    await slow.inChat(ana, question);
    await vi.waitFor(() => expect(saying(question)).not.toHaveLength(0));
    const [card] = saying(question);
    now = new Date('2026-11-24T11:01:00Z');
    await vi.waitFor(() => expect(saying('Nobody has taken')).toHaveLength(1));
    now = new Date('2027-02-22T11:02:00Z');
    await vi.waitFor(() => expect(saying('nobody could answer your question')).toHaveLength(1), {
      timeout: 5_000,
    });
    expect(saying('nobody could answer')[0]?.conversationId).toBe(`a:${ana.id}`);
    await vi.waitFor(() =>
      expect(wordsOn(slow.connector.cardOf(card!.id))).toMatch(/Closed without[^]*deleted/),
    );
    expect(wordsOn(slow.connector.cardOf(card!.id))).not.toContain(question);
    const status = await slow.inChat(ana, 'my questions');
    expect(wordsOn(cardIn(status))).toContain('no question');
  });
});
