import { describe, expect, it } from 'vitest';
import { CHECK_BACK, createCheckBacks } from '../../src/support/checkBacks.js';
import { createDelivery } from '../../src/support/delivery/createDelivery.js';
import { NotDeliveredError } from '../../src/support/delivery/notDeliveredError.js';
import type { Notifier } from '../../src/support/ports.js';
import type { Place } from '../../src/support/question.js';
import type { Reply } from '../../src/support/reply.js';
import { createFakeStore } from '../fakes/createFakeStore.js';

const place: Place = { scope: 'personal', conversationId: 'a:ana', roomId: 'a:ana' };
const reply: Reply = {
  summary: 'Do you have access now?',
  view: { card: 'notice', language: 'en', data: { fallback: 'Do you have access now?' } },
};

/** Check-backs over a fake store, with a clock that the test moves and a notifier it can break. */
function start(startAt: string) {
  let now = new Date(startAt);
  const notified: Place[] = [];
  let outcome: () => Promise<string> = () => Promise.resolve('sent-1');
  const notifier: Notifier = {
    notify: async (to) => {
      const messageId = await outcome();
      notified.push(to);
      return messageId;
    },
  };
  const silent = () => undefined;
  const store = createFakeStore({ clock: () => now });
  const checkBacks = createCheckBacks({
    outbox: store.outbox,
    clock: () => now,
    compose: () => Promise.resolve({ reply, sent: () => Promise.resolve() }),
  });
  const newDelivery = () =>
    createDelivery({
      outbox: store.outbox,
      composers: { [CHECK_BACK]: checkBacks.compose },
      notifier,
      clock: () => now,
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
  return {
    checkBacks,
    store,
    notified,
    failWith: (err: Error | undefined) => {
      outcome = () => (err ? Promise.reject(err) : Promise.resolve('sent-1'));
    },
    async at(moment: string) {
      now = new Date(moment);
      await newDelivery().deliverDue();
      return notified.length;
    },
    plan: (afterMinutes: number) =>
      checkBacks.plan({ place, personId: 'ana', afterMinutes, payload: {} }),
  };
}

describe('a check-back', () => {
  it('comes when its time has come, and once', async () => {
    const scene = start('2026-11-24T10:00:00Z');
    await scene.plan(15);
    expect(await scene.at('2026-11-24T10:14:00Z')).toBe(0);
    expect(await scene.at('2026-11-24T10:15:00Z')).toBe(1);
    expect(await scene.at('2026-11-24T11:00:00Z')).toBe(1);
    expect(scene.notified).toEqual([place]);
  });

  it('waits for the morning when it would come at night', async () => {
    const scene = start('2026-11-24T19:55:00Z');
    const dueAt = await scene.plan(15);
    expect(dueAt.toISOString()).toBe('2026-11-25T07:00:00.000Z');
    expect(await scene.at('2026-11-24T20:30:00Z')).toBe(0);
    expect(await scene.at('2026-11-25T07:00:00Z')).toBe(1);
  });

  it('waits for the morning when the program was down and it is night by now', async () => {
    const scene = start('2026-11-24T19:00:00Z');
    await scene.plan(15);
    expect(await scene.at('2026-11-24T23:00:00Z')).toBe(0);
    expect(await scene.at('2026-11-25T07:30:00Z')).toBe(1);
  });

  it('comes later when Teams could not be reached', async () => {
    const scene = start('2026-11-24T10:00:00Z');
    await scene.plan(15);
    scene.failWith(new Error('unreachable'));
    expect(await scene.at('2026-11-24T10:15:00Z')).toBe(0);
    scene.failWith(undefined);
    expect(await scene.at('2026-11-24T10:17:00Z')).toBe(1);
  });

  it('takes the place of an earlier one of the same person in the same place', async () => {
    const scene = start('2026-11-24T10:00:00Z');
    await scene.plan(15);
    await scene.plan(30);
    expect(await scene.at('2026-11-24T10:20:00Z')).toBe(0);
    expect(await scene.at('2026-11-24T10:31:00Z')).toBe(1);
  });

  it('does not come when it was taken back', async () => {
    const scene = start('2026-11-24T10:00:00Z');
    await scene.plan(15);
    await scene.checkBacks.cancel({ place, personId: 'ana' });
    expect(await scene.at('2026-11-24T10:15:00Z')).toBe(0);
  });

  it('lies aside when nobody can be reached there any more', async () => {
    const scene = start('2026-11-24T10:00:00Z');
    await scene.plan(15);
    scene.failWith(new NotDeliveredError('Teams answered 403.', { again: false }));
    expect(await scene.at('2026-11-24T10:15:00Z')).toBe(0);
    expect(await scene.store.outbox.dead()).toMatchObject([{ reason: 'Teams answered 403.' }]);
  });
});
