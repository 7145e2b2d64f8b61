import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Composers } from '../../../src/support/composer.js';
import { createDelivery, type Delivery } from '../../../src/support/delivery/createDelivery.js';
import { NotDeliveredError } from '../../../src/support/delivery/notDeliveredError.js';
import type { OutboxMessage } from '../../../src/support/outbox.js';
import type { Notifier } from '../../../src/support/ports.js';
import type { Place } from '../../../src/support/question.js';
import type { Reply } from '../../../src/support/reply.js';
import { createFakeStore } from '../../fakes/createFakeStore.js';

const place: Place = { scope: 'channel', conversationId: 'c', roomId: 'c' };
const saying = (summary: string): Reply => ({
  summary,
  view: { card: 'notice', language: 'en', data: { fallback: summary } },
});

let now: Date;
let said: string[];
/** What happens to the next messages; the others arrive. */
let fates: (() => Promise<unknown>)[];
let store: ReturnType<typeof createFakeStore>;
let compose: Composers[string];
let delivery: Delivery;
beforeEach(() => {
  // The lanes' clock stands still.
  vi.useFakeTimers({ toFake: ['Date'] });
  now = new Date('2026-11-24T10:00:00Z');
  said = [];
  fates = [];
  store = createFakeStore({ clock: () => now });
  compose = ({ payload }) => Promise.resolve({ place, reply: saying(String(payload)) });
  delivery = newDelivery();
});
afterEach(async () => {
  await delivery.stop();
  vi.useRealTimers();
});

function newDelivery(): Delivery {
  const silent = () => undefined;
  const notifier: Notifier = {
    async notify(_place, { summary }, replaces, { anew = true } = {}) {
      await fates.shift()?.();
      const place = replaces === undefined ? '' : ` for ${replaces}`;
      said.push(`${summary}${place}${anew ? '' : ' or not at all'}`);
      return `sent-${said.length}`;
    },
  };
  return createDelivery({
    outbox: store.outbox,
    composers: { note: (message) => compose!(message) },
    notifier,
    clock: () => now,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    random: () => 0.5,
  });
}

const note = (id: string, more: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id,
  kind: 'note',
  queue: id,
  lane: 'c',
  payload: id,
  ...more,
});
const failWith = (again: boolean, retryAfterMs?: number) => () =>
  Promise.reject(new NotDeliveredError('Teams answered so.', { again, retryAfterMs }));
async function after(ms: number): Promise<string[]> {
  now = new Date(now.getTime() + ms);
  vi.setSystemTime(Date.now() + ms);
  await delivery.deliverDue();
  return said;
}

describe('delivery', () => {
  it('says what was put at once, without being asked', async () => {
    delivery.start(1_000_000);
    await store.outbox.put(note('a'));
    await vi.waitFor(() => expect(said).toEqual(['a']));
  });

  it('is no part of the turn that put the message', async () => {
    const turn = new AsyncLocalStorage<string>();
    const turns: unknown[] = [];
    compose = () => Promise.resolve(void turns.push(turn.getStore()));
    delivery.start(1_000_000);
    await delivery.deliverDue();
    await turn.run('a turn', () => store.outbox.put(note('a')));
    await vi.waitFor(() => expect(turns).toEqual([undefined]));
  });

  it('looks into the outbox again and again, for what others put or what comes due', async () => {
    await store.outbox.put(note('a', { dueAt: new Date(now.getTime() + 1) }));
    delivery.start(10);
    now = new Date(now.getTime() + 1);
    await vi.waitFor(() => expect(said).toEqual(['a']));
  });

  it('says a queue in its order and everything once', async () => {
    const queue = { queue: 'case 1' };
    await store.outbox.put(note('b', queue), note('a', queue), note('c', queue));
    expect(await after(0)).toEqual(['b', 'a', 'c']);
    expect(await after(120_000)).toHaveLength(3);
  });

  it('puts a message in the place of an earlier one and tells by which id it is known', async () => {
    const known: unknown[] = [];
    const sent = (id: string | undefined) => Promise.resolve(void known.push(id));
    compose = () => Promise.resolve({ place, reply: saying('a'), replaces: 'm1', sent });
    await store.outbox.put(note('a'));
    expect(await after(0)).toEqual(['a for m1']);
    expect(known).toEqual(['sent-1']);
  });

  it('leaves it at that where nothing is to be said anew', async () => {
    compose = () => Promise.resolve({ place, reply: saying('a'), replaces: 'm1', anew: false });
    await store.outbox.put(note('a'));
    expect(await after(0)).toEqual(['a for m1 or not at all']);
  });

  it('says nothing where there is nothing to say any more', async () => {
    compose = () => Promise.resolve(undefined);
    await store.outbox.put(note('a'));
    expect(await after(0)).toEqual([]);
    expect(await store.outbox.depth()).toMatchObject({ waiting: 0, dead: 0 });
  });

  it('waits for as long as a composer wants', async () => {
    const notBefore = new Date(now.getTime() + 1_000);
    compose = () => Promise.resolve({ place, reply: saying('a'), notBefore });
    await store.outbox.put(note('a'));
    expect(await after(999)).toEqual([]);
    expect(await after(1)).toEqual(['a']);
  });

  it('tries again after a pause that doubles', async () => {
    fates = [failWith(true), failWith(true)];
    await store.outbox.put(note('a'));
    expect(await after(0)).toEqual([]);
    expect(await after(499)).toEqual([]);
    expect(await after(1)).toEqual([]);
    expect(await after(999)).toEqual([]);
    expect(await after(1)).toEqual(['a']);
  });

  it('leaves a conversation alone for as long as Teams wants, and no other', async () => {
    fates = [failWith(true, 5_000)];
    await store.outbox.put(note('a'));
    await after(0);
    await store.outbox.put(note('b'), note('c', { lane: 'other' }));
    expect(await after(4_999)).toEqual(['c']);
    expect((await after(1)).sort()).toEqual(['a', 'b', 'c']);
  });

  it('lays aside what Teams refuses, and goes on with the queue', async () => {
    fates = [failWith(false)];
    await store.outbox.put(note('a', { queue: 'q' }), note('b', { queue: 'q' }));
    expect(await after(0)).toEqual(['b']);
    expect(await store.outbox.dead()).toMatchObject([{ id: 'a', reason: 'Teams answered so.' }]);
    await store.outbox.retry('a');
    expect(await after(0)).toEqual(['b', 'a']);
  });

  it('gives up on what fails a thousand times', async () => {
    fates = Array.from({ length: 1_001 }, () => failWith(true));
    await store.outbox.put(note('a'));
    for (let attempt = 1; attempt <= 999; attempt += 1) await after(60_000);
    expect(await store.outbox.dead()).toEqual([]);
    await after(60_000);
    expect(await store.outbox.dead()).toHaveLength(1);
  });

  it('tries again when the composer fails, and keeps what nobody here can compose', async () => {
    const plain = compose!;
    compose = (message) => {
      compose = plain;
      return Promise.reject(new Error(`no store for ${message.id}`));
    };
    await store.outbox.put(note('a'), note('b', { kind: 'toString' }));
    expect(await after(0)).toEqual([]);
    expect(await after(500)).toEqual(['a']);
    expect(await store.outbox.depth()).toMatchObject({ waiting: 1, dead: 0 });
  });

  it('keeps to the rate that Teams allows in a conversation', async () => {
    const many = Array.from({ length: 20 }, (_, index) => note(`n${index}`));
    await store.outbox.put(...many, note('elsewhere', { lane: 'other' }));
    expect(await after(0)).toHaveLength(7 + 1);
    expect(await after(1_000)).toHaveLength(8 + 1);
  });

  it('does not let a conversation that hangs hold up the others', async () => {
    let letGo: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (letGo = resolve));
    fates = Array.from({ length: 4 }, () => () => hanging);
    await store.outbox.put(...['a', 'b', 'c', 'd', 'e'].map((id) => note(id)));
    delivery.start(1_000_000);
    await vi.waitFor(() => expect(fates).toHaveLength(0));
    await store.outbox.put(note('z', { lane: 'other' }));
    await vi.waitFor(() => expect(said).toEqual(['z']));
    letGo();
    await vi.waitFor(() => expect(said).toHaveLength(6));
  });

  it('has 32 messages under way at most, and four of a conversation', async () => {
    let letGo: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (letGo = resolve));
    fates = Array.from({ length: 60 }, () => () => hanging);
    const begun = (): number => 60 - fates.length;
    // Three are under way there when two more come due at once.
    await store.outbox.put(...['a', 'b', 'c'].map((id) => note(id)));
    delivery.start(1_000_000);
    await vi.waitFor(() => expect(begun()).toBe(3));
    await store.outbox.put(note('d'), note('e'));
    await vi.waitFor(() => expect(begun()).toBe(4));
    const others = Array.from({ length: 40 }, (_, at) => note(`z${at}`, { lane: `lane ${at}` }));
    await store.outbox.put(...others);
    await vi.waitFor(() => expect(begun()).toBe(32));
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun()).toBe(32);
    letGo();
    await vi.waitFor(() => expect(said).toHaveLength(45));
  });

  it('does not say a thing twice when the store was away for a moment', async () => {
    const { done } = store.outbox;
    store.outbox.done = (id) => {
      store.outbox.done = done;
      return Promise.reject(new Error(`away, ${id}`));
    };
    await store.outbox.put(note('a'));
    expect(await after(0)).toEqual(['a']);
    expect(await after(120_000)).toEqual(['a']);
  });
});

describe('delivery that is told to stop', () => {
  it('hands back what it had not begun to say, and waits for the rest', async () => {
    let letGo: () => void = () => undefined;
    fates = [() => new Promise<void>((resolve) => (letGo = resolve))];
    await store.outbox.put(note('a'));
    delivery.start(1_000_000);
    await vi.waitFor(() => expect(fates).toHaveLength(0));
    let composeB: () => void = () => undefined;
    compose = ({ payload }) =>
      new Promise((resolve) => {
        composeB = () => resolve({ place, reply: saying(String(payload)) });
      });
    await store.outbox.put(note('b'));
    await vi.waitFor(() => composeB());
    const stopped = delivery.stop();
    composeB();
    letGo();
    await stopped;
    expect(said).toEqual(['a']);
    expect(await store.outbox.take(10)).toMatchObject([{ id: 'b', attempts: 0 }]);
  });

  it('takes nothing more', async () => {
    delivery.start(10);
    await delivery.stop();
    await store.outbox.put(note('a'));
    await delivery.deliverDue();
    expect(said).toEqual([]);
  });
});
