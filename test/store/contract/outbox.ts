import { describe, expect, it } from 'vitest';
import type { Bench } from '../contract.js';
import { ids, message } from './outboxSamples.js';

const MINUTE_MS = 60 * 1000;

export function outboxContract(bench: Bench): void {
  const later = (ms: number) => new Date(bench.now().getTime() + ms);

  describe('the outbox', () => {
    it('gives what is due, oldest first, as it was put', async () => {
      const { outbox } = await bench.open();
      const early = message('early', { dueAt: later(10), personId: 'marie' });
      await outbox.put(message('late', { dueAt: later(20) }), early);
      await outbox.put(message('later still', { dueAt: later(21) }));
      expect(await outbox.take(10)).toEqual([]);
      bench.pass(20);
      const [first, second, ...others] = await outbox.take(10);
      expect(first).toEqual({ ...early, attempts: 0 });
      expect(second?.id).toBe('late');
      expect(others).toEqual([]);
    });

    it('gives what is due at once where no time was named', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a'));
      expect(await outbox.take(10)).toMatchObject([{ id: 'a', dueAt: bench.now() }]);
    });

    it('gives portions', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a'), message('b'), message('c'));
      expect(await outbox.take(2)).toHaveLength(2);
      expect(await outbox.take(2)).toHaveLength(1);
      expect(await outbox.take(2)).toEqual([]);
    });

    it('gives nothing of the lanes that are left out', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a', { lane: 'full' }), message('b', { lane: 'free' }));
      await outbox.put(message('c', { lane: 'busy' }));
      expect(ids(await outbox.take(10, ['full', 'busy']))).toEqual(['b']);
      expect(ids(await outbox.take(10))).toEqual(['a', 'c']);
    });

    it('gives one of a queue at a time, in the order they were put', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('z', { queue: 'case 1' }), message('a', { queue: 'case 1' }));
      await outbox.put(message('m', { queue: 'case 1' }), message('b', { queue: 'case 2' }));
      const given: string[][] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        const taken = ids(await outbox.take(10));
        given.push(taken);
        for (const id of taken) await outbox.done(id);
      }
      expect(given).toEqual([['b', 'z'], ['a'], ['m']]);
    });

    it('lets a queue wait for what stands first in it', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a', { queue: 'case 1' }), message('b', { queue: 'case 1' }));
      await outbox.take(10);
      await outbox.postpone('a', later(10), 'Teams is busy');
      expect(await outbox.take(10)).toEqual([]);
      bench.pass(10);
      expect(await outbox.take(10)).toMatchObject([{ id: 'a', attempts: 1 }]);
    });

    it('does not count what was handed back without a reason as an attempt', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a'));
      await outbox.take(10);
      await outbox.postpone('a', bench.now());
      expect(await outbox.take(10)).toMatchObject([{ id: 'a', attempts: 0 }]);
    });

    it('gives a message again after a minute if nothing was heard of it', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a'));
      await outbox.take(10);
      bench.pass(MINUTE_MS - 1);
      expect(await outbox.take(10)).toEqual([]);
      bench.pass(1);
      expect(ids(await outbox.take(10))).toEqual(['a']);
      await outbox.done('a');
      bench.pass(MINUTE_MS);
      expect(await outbox.take(10)).toEqual([]);
    });

    it('does not listen to whoever has not taken a message', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a'));
      await outbox.done('a');
      await outbox.bury('a', 'refused');
      await outbox.postpone('a', later(10), 'busy');
      expect(ids(await outbox.take(10))).toEqual(['a']);
    });

    it('replaces a message that waits, in its place', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a', { queue: 'case 1' }), message('b', { queue: 'case 1' }));
      await outbox.put(message('a', { queue: 'case 1', payload: 'new' }));
      expect(await outbox.take(10)).toMatchObject([{ id: 'a', payload: 'new' }]);
    });

    it.each(['done', 'bury'] as const)(
      'says what replaced a message while it was being said, after it (%s)',
      async (end) => {
        const { outbox } = await bench.open();
        await outbox.put(message('a', { payload: 'old' }));
        await outbox.take(10);
        await outbox.put(message('a', { payload: 'new' }));
        expect(await outbox.take(10)).toEqual([]);
        await outbox[end]('a', 'refused');
        expect(await outbox.take(10)).toMatchObject([{ id: 'a', payload: 'new' }]);
        await outbox.done('a');
        bench.pass(MINUTE_MS);
        expect(await outbox.take(10)).toEqual([]);
      },
    );

    it('lets what replaced a message wait as long as that would have', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a'));
      await outbox.take(10);
      await outbox.put(message('a', { payload: 'new' }));
      await outbox.postpone('a', later(10), 'busy');
      expect(await outbox.take(10)).toEqual([]);
      bench.pass(10);
      expect(await outbox.take(10)).toMatchObject([{ id: 'a', payload: 'new' }]);
    });

    it('keeps what is buried aside, with the reason, and goes on with the queue', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a', { queue: 'case 1' }), message('b', { queue: 'case 1' }));
      await outbox.take(10);
      await outbox.bury('a', '403');
      expect(ids(await outbox.take(10))).toEqual(['b']);
      expect(await outbox.dead()).toMatchObject([
        { id: 'a', payload: { case: 'a' }, reason: '403', diedAt: bench.now() },
      ]);
      bench.pass(MINUTE_MS);
      expect(ids(await outbox.take(10))).toEqual(['b']);
    });

    it('puts a dead letter at the end of its queue when it is to be tried again', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a', { queue: 'case 1' }), message('b', { queue: 'case 1' }));
      await outbox.take(10);
      await outbox.bury('a', '403');
      expect(await outbox.retry('a')).toBe(true);
      expect(await outbox.dead()).toEqual([]);
      expect(ids(await outbox.take(10))).toEqual(['b']);
      await outbox.done('b');
      expect(await outbox.take(10)).toMatchObject([{ id: 'a', attempts: 0 }]);
      expect(await outbox.retry('a')).toBe(false);
      expect(await outbox.retry('nothing')).toBe(false);
    });

    it('brings a dead letter to life that is put again', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a', { queue: 'case 1' }), message('b', { queue: 'case 1' }));
      await outbox.take(10);
      await outbox.bury('a', '403');
      await outbox.put(message('a', { queue: 'case 1', payload: 'new' }));
      expect(await outbox.dead()).toEqual([]);
      const [first] = await outbox.take(10);
      expect(first?.id).toBe('b');
    });

    it('takes back what is named, alive or dead, and says whether it was there', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a', { queue: '1' }), message('b', { queue: '2' }));
      await outbox.take(1);
      await outbox.bury('a', 'Teams answered 403');
      await outbox.put(message('c', { queue: '3' }));
      expect(await outbox.cancel('a')).toBe(true);
      expect(await outbox.cancel('a')).toBe(false);
      expect(await outbox.cancel('b')).toBe(true);
      expect(await outbox.dead()).toEqual([]);
      expect(ids(await outbox.take(10))).toEqual(['c']);
    });

    it('is not given back what was taken back meanwhile', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a'));
      await outbox.take(10);
      await outbox.cancel('a');
      await outbox.postpone('a', bench.now(), 'busy');
      expect(await outbox.take(10)).toEqual([]);
    });

    it('forgets what it has about or for a person', async () => {
      const { outbox } = await bench.open();
      await outbox.put(message('a', { personId: 'marie' }), message('b', { personId: 'jean' }));
      await outbox.forget('marie');
      expect(ids(await outbox.take(10))).toEqual(['b']);
    });

    it('counts what is due, how long the oldest waits, and what is dead', async () => {
      const { outbox } = await bench.open();
      expect(await outbox.depth()).toEqual({ waiting: 0, oldestSeconds: 0, dead: 0 });
      await outbox.put(message('a'), message('b'), message('c', { dueAt: later(MINUTE_MS) }));
      await outbox.take(2);
      await outbox.postpone('a', later(MINUTE_MS), 'busy');
      await outbox.bury('b', '403');
      bench.pass(5_000);
      expect(await outbox.depth()).toEqual({ waiting: 1, oldestSeconds: 5, dead: 1 });
    });

    it('tells when something was put, and stops telling', async () => {
      const { outbox } = await bench.open();
      let told = 0;
      const stop = outbox.onPut(() => (told += 1));
      await outbox.put(message('a'));
      expect(told).toBe(1);
      stop();
      await outbox.put(message('b'));
      expect(told).toBe(1);
    });

    it('survives a restart', async () => {
      const before = await bench.open();
      await before.outbox.put(message('a'));
      await before.outbox.take(10);
      await before.close();
      const { outbox } = await bench.open();
      expect(await outbox.take(10)).toEqual([]);
      bench.pass(MINUTE_MS);
      expect(ids(await outbox.take(10))).toEqual(['a']);
    });
  });
}
