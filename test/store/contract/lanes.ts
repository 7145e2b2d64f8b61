import { describe, expect, it } from 'vitest';
import type { Bench } from '../contract.js';

const LIMITS = [
  { most: 3, withinMs: 1_000 },
  { most: 4, withinMs: 10_000 },
];

export function laneContract(bench: Bench): void {
  describe('a lane of the outbox', () => {
    it('takes no more in a time than a limit allows, and tells how long the next has to wait', async () => {
      const { outbox } = await bench.open();
      for (let message = 1; message <= 3; message += 1) {
        expect(await outbox.book('a', LIMITS)).toBe(0);
        bench.pass(100);
      }
      expect(await outbox.book('a', LIMITS)).toBe(700);
      bench.pass(700);
      expect(await outbox.book('a', LIMITS)).toBe(0);
      expect(await outbox.book('a', LIMITS)).toBe(9_000);
    });

    it('does not count what it refused, nor what was said elsewhere', async () => {
      const { outbox } = await bench.open();
      for (let message = 1; message <= 5; message += 1) await outbox.book('a', LIMITS);
      bench.pass(1_000);
      expect(await outbox.book('a', LIMITS)).toBe(0);
      expect(await outbox.book('b', LIMITS)).toBe(0);
    });

    it('remembers across a restart', async () => {
      const before = await bench.open();
      for (let message = 1; message <= 3; message += 1) await before.outbox.book('a', LIMITS);
      await before.close();
      expect(await (await bench.open()).outbox.book('a', LIMITS)).toBe(1_000);
    });

    it('is not held up for long by a clock that was put back', async () => {
      const { outbox } = await bench.open();
      for (let message = 1; message <= 3; message += 1) await outbox.book('a', LIMITS);
      bench.pass(-3_600_000);
      expect(await outbox.book('a', LIMITS)).toBe(0);
    });
  });
}
