import { describe, expect, it } from 'vitest';
import { createCheckBacks } from '../../src/support/checkBacks.js';
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
  let outcome: () => Promise<'sent' | 'gone'> = () => Promise.resolve('sent');
  const notifier: Notifier = {
    notify: async (to) => {
      const result = await outcome();
      notified.push(to);
      return result;
    },
  };
  const silent = () => undefined;
  const store = createFakeStore({ clock: () => now });
  const checkBacks = createCheckBacks({
    reminders: store.reminders,
    notifier,
    clock: () => now,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    compose: () => Promise.resolve({ reply, sent: () => Promise.resolve() }),
  });
  return {
    checkBacks,
    notified,
    failWith: (err: Error | undefined) => {
      outcome = () => (err ? Promise.reject(err) : Promise.resolve('sent'));
    },
    async at(moment: string, stopping?: AbortSignal) {
      now = new Date(moment);
      await checkBacks.deliverDue(stopping);
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

  it('is handed back at once by a program that is stopping', async () => {
    const scene = start('2026-11-24T10:00:00Z');
    await scene.plan(15);
    expect(await scene.at('2026-11-24T10:16:00Z', AbortSignal.abort())).toBe(0);
    expect(await scene.at('2026-11-24T10:16:01Z')).toBe(1);
  });
});
