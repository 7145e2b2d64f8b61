import { describe, expect, it } from 'vitest';
import type { Bench } from '../contract.js';

const HOUR_MS = 60 * 60 * 1000;

export function memoryContract(bench: Bench): void {
  describe('memory', () => {
    it('knows nothing that it was not told', async () => {
      const { memory } = await bench.open();
      expect(await memory.read('thread', 'a')).toBeUndefined();
    });

    it.each([
      ['an object', { topic: 'no-sms', nested: [1, null, { deep: true }] }],
      ['letters of every kind', 'Ελληνικά, čeština, ß, 👵🏽, \u0000, "quoted"'],
      ['false', false],
      ['nothing', null],
      ['a number', 0.1],
    ])('gives back %s as it was', async (_, value) => {
      const { memory } = await bench.open();
      await memory.write('thread', 'a', value, HOUR_MS);
      expect(await memory.read('thread', 'a')).toEqual(value);
    });

    it('keeps the latest of two documents', async () => {
      const { memory } = await bench.open();
      await memory.write('language', 'a', 'fr', HOUR_MS);
      await memory.write('language', 'a', 'nl', 2 * HOUR_MS);
      bench.pass(1.5 * HOUR_MS);
      expect(await memory.read('language', 'a')).toBe('nl');
    });

    it('keeps what somebody counts on as it keeps notes, and takes one for the other', async () => {
      const { memory } = await bench.open();
      await memory.write('draft', 'a', 1, HOUR_MS);
      await memory.keep('draft', 'a', { edits: 2 }, 2 * HOUR_MS, '29:ana');
      await memory.keep('draft', 'b', 3, HOUR_MS);
      await memory.write('draft', 'b', 4, HOUR_MS);
      bench.pass(HOUR_MS - 1);
      expect(await memory.read('draft', 'b')).toBe(4);
      bench.pass(1);
      expect(await memory.read('draft', 'a')).toEqual({ edits: 2 });
      await memory.forgetPerson('29:ana');
      expect(await memory.read('draft', 'a')).toBeUndefined();
      await expect(memory.keep('draft', 'a', undefined, HOUR_MS)).rejects.toThrow(TypeError);
    });

    it('keeps apart what differs in kind or id', async () => {
      const { memory } = await bench.open();
      await memory.write('language', 'a', 'fr', HOUR_MS);
      await memory.write('language', 'b', 'it', HOUR_MS);
      await memory.write('quiet', 'a', true, HOUR_MS);
      expect(await memory.read('language', 'a')).toBe('fr');
      expect(await memory.read('language', 'b')).toBe('it');
      expect(await memory.read('quiet', 'a')).toBe(true);
    });

    it('forgets when the time has passed, to the millisecond', async () => {
      const { memory } = await bench.open();
      await memory.write('thread', 'a', 1, HOUR_MS);
      bench.pass(HOUR_MS - 1);
      expect(await memory.read('thread', 'a')).toBe(1);
      bench.pass(1);
      expect(await memory.read('thread', 'a')).toBeUndefined();
    });

    it('keeps for ever what has no end', async () => {
      const { memory } = await bench.open();
      await memory.write('language', 'a', 'es', Infinity);
      bench.pass(1000 * 365 * 24 * HOUR_MS);
      expect(await memory.read('language', 'a')).toBe('es');
    });

    it('forgets when told, and does not mind being told twice', async () => {
      const { memory } = await bench.open();
      await memory.write('thread', 'a', 1, HOUR_MS);
      await memory.write('thread', 'b', 2, HOUR_MS);
      await memory.forget('thread', 'a');
      await memory.forget('thread', 'a');
      expect(await memory.read('thread', 'a')).toBeUndefined();
      expect(await memory.read('thread', 'b')).toBe(2);
    });

    it('forgets a person everywhere, and nobody else', async () => {
      const { memory } = await bench.open();
      await memory.write('last-card', 'a', 1, HOUR_MS, '29:ana');
      await memory.write('thread', 'a', 1, HOUR_MS, '29:ana');
      await memory.write('last-card', 'b', 1, HOUR_MS, '29:hanana');
      await memory.write('thread', '29:ana', 1, HOUR_MS);
      await memory.forgetPerson('29:ana');
      for (const kind of ['last-card', 'thread'])
        expect(await memory.read(kind, 'a'), kind).toBeUndefined();
      expect(await memory.read('last-card', 'b')).toBe(1);
      expect(await memory.read('thread', '29:ana')).toBe(1);
    });

    it('knows a document for that of whoever it was last about', async () => {
      const { memory } = await bench.open();
      await memory.write('thread', 'a', 1, HOUR_MS, '29:ana');
      await memory.write('thread', 'a', 2, HOUR_MS, '29:luc');
      await memory.write('thread', 'b', 1, HOUR_MS, '29:ana');
      await memory.write('thread', 'b', 2, HOUR_MS);
      await memory.forgetPerson('29:ana');
      expect(await memory.read('thread', 'a')).toBe(2);
      expect(await memory.read('thread', 'b')).toBe(2);
    });

    it('refuses what is no JSON', async () => {
      const { memory } = await bench.open();
      await expect(memory.write('thread', 'a', undefined, HOUR_MS)).rejects.toThrow(TypeError);
    });

    it('tells apart ids that are very long, and takes any character in them', async () => {
      const { memory } = await bench.open();
      const long = 'é'.repeat(4_000);
      await memory.write('thread', `${long}1`, 1, HOUR_MS);
      await memory.write('thread', `${long}2`, 2, HOUR_MS);
      await memory.write('thread', 'zero\0', 3, HOUR_MS);
      expect(await memory.read('thread', `${long}1`)).toBe(1);
      expect(await memory.read('thread', `${long}2`)).toBe(2);
      expect(await memory.read('thread', 'zero\0')).toBe(3);
      expect(await memory.read('thread', 'zero')).toBeUndefined();
    });

    it('lets one of many claim', async () => {
      const { memory } = await bench.open();
      const claims = Array.from({ length: 20 }, () => memory.claim('welcome', 'a', HOUR_MS));
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
      expect(await memory.claim('welcome', 'b', HOUR_MS)).toBe(true);
    });

    it('lets somebody claim again when the time has passed or the claim is forgotten', async () => {
      const { memory } = await bench.open();
      await memory.claim('welcome', 'a', HOUR_MS);
      bench.pass(HOUR_MS - 1);
      expect(await memory.claim('welcome', 'a', HOUR_MS)).toBe(false);
      bench.pass(1);
      expect(await memory.claim('welcome', 'a', HOUR_MS)).toBe(true);
      await memory.forget('welcome', 'a');
      expect(await memory.claim('welcome', 'a', HOUR_MS)).toBe(true);
    });

    it('remembers across a restart', async () => {
      const before = await bench.open();
      await before.memory.write('language', 'a', 'de', HOUR_MS);
      await before.memory.claim('welcome', 'a', HOUR_MS);
      await before.close();
      const { memory } = await bench.open();
      expect(await memory.read('language', 'a')).toBe('de');
      expect(await memory.claim('welcome', 'a', HOUR_MS)).toBe(false);
    });

    it.runIf(bench.kind.replicas)('is the same for every replica', async () => {
      const [one, other] = await Promise.all([bench.open(), bench.open()]);
      await one.memory.write('language', 'a', 'nl', HOUR_MS);
      expect(await other.memory.read('language', 'a')).toBe('nl');
      const claims = Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? one : other).memory.claim('welcome', 'a', HOUR_MS),
      );
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    });
  });
}
