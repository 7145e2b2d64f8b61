import { describe, expect, it } from 'vitest';
import type { Bench } from '../contract.js';

const HOUR_MS = 60 * 60 * 1000;

export function lifeContract(bench: Bench): void {
  describe('its life', () => {
    it('answers a ping while it is open', async () => {
      const store = await bench.open();
      await expect(store.ping()).resolves.toBeUndefined();
    });

    it('answers no ping when it is closed', async () => {
      const store = await bench.open();
      await store.close();
      await expect(store.ping()).rejects.toThrow();
    });

    it('writes what is waiting before it closes', async () => {
      const before = await bench.open();
      const writes = Array.from({ length: 50 }, (_, index) =>
        before.memory.write('thread', `t${index}`, index, HOUR_MS),
      );
      await before.close();
      await Promise.all(writes);
      const { memory } = await bench.open();
      expect(await memory.read('thread', 't49')).toBe(49);
    });

    it('refuses to write after it was closed', async () => {
      const store = await bench.open();
      await store.close();
      await expect(store.memory.write('thread', 'a', 1, HOUR_MS)).rejects.toMatchObject({
        code: 'store-closed',
      });
    });

    it('can be closed twice', async () => {
      const store = await bench.open();
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
    });

    it('keeps many writes at once apart', async () => {
      const { memory } = await bench.open();
      const ids = Array.from({ length: 600 }, (_, index) => `t${index}`);
      await Promise.all(ids.map((id) => memory.write('thread', id, { id }, HOUR_MS)));
      const found = await Promise.all(ids.map((id) => memory.read('thread', id)));
      expect(found).toEqual(ids.map((id) => ({ id })));
    });
  });
}
