import { describe, expect, it } from 'vitest';
import type { Bench } from '../contract.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export function ledgerContract(bench: Bench): void {
  describe('the ledger of activities', () => {
    it('lets the first delivery in and drops the second, handled or not', async () => {
      const { ledger } = await bench.open();
      expect(await ledger.begin('a')).toBe('new');
      expect(await ledger.begin('a')).toBe('duplicate');
      await ledger.finish('a');
      expect(await ledger.begin('a')).toBe('duplicate');
      expect(await ledger.begin('b')).toBe('new');
    });

    it('lets one of many deliveries at once in', async () => {
      const { ledger } = await bench.open();
      const deliveries = Array.from({ length: 20 }, () => ledger.begin('a'));
      const results = await Promise.all(deliveries);
      expect(results.filter((result) => result === 'new')).toHaveLength(1);
    });

    it('lets a delivery in again after the first was released', async () => {
      const { ledger } = await bench.open();
      await ledger.begin('a');
      await ledger.release('a');
      expect(await ledger.begin('a')).toBe('new');
    });

    it('does not give up what was finished, whatever is released later', async () => {
      const { ledger } = await bench.open();
      await ledger.begin('a');
      await ledger.finish('a');
      await ledger.release('a');
      expect(await ledger.begin('a')).toBe('duplicate');
    });

    it('remembers across a restart what was finished, for a day', async () => {
      const before = await bench.open();
      await before.ledger.begin('a');
      await before.ledger.finish('a');
      await before.close();
      const { ledger } = await bench.open();
      bench.pass(DAY_MS - 1);
      expect(await ledger.begin('a')).toBe('duplicate');
      bench.pass(1);
      expect(await ledger.begin('a')).toBe('new');
    });

    it('lets in what a dead process was working on', async () => {
      const before = await bench.open();
      await before.ledger.begin('a');
      await before.close();
      const { ledger } = await bench.open();
      bench.pass(bench.kind.deadHandMs);
      expect(await ledger.begin('a')).toBe('new');
    });

    it('lets in at once what a dead process of the same name was working on', async () => {
      const before = await bench.open('replica-1');
      await before.ledger.begin('a');
      await before.close();
      const { ledger } = await bench.open('replica-1');
      expect(await ledger.begin('a')).toBe('new');
    });

    it('takes keys of any length and of any characters', async () => {
      const { ledger } = await bench.open();
      const long = 'k'.repeat(4_000);
      await ledger.begin(`${long}1\0`);
      await ledger.finish(`${long}1\0`);
      expect(await ledger.begin(`${long}1\0`)).toBe('duplicate');
      expect(await ledger.begin(`${long}2\0`)).toBe('new');
    });

    it.runIf(bench.kind.replicas)('lets one replica of two in', async () => {
      const [one, other] = await Promise.all([bench.open(), bench.open()]);
      for (let message = 0; message < 20; message += 1) {
        const key = `message ${message}`;
        const results = await Promise.all([one.ledger.begin(key), other.ledger.begin(key)]);
        expect(results.sort()).toEqual(['duplicate', 'new']);
      }
    });

    it.runIf(bench.kind.replicas)('tells every replica what was finished or released', async () => {
      const [one, other] = await Promise.all([bench.open(), bench.open()]);
      await one.ledger.begin('a');
      await one.ledger.finish('a');
      expect(await other.ledger.begin('a')).toBe('duplicate');
      await one.ledger.begin('b');
      await one.ledger.release('b');
      expect(await other.ledger.begin('b')).toBe('new');
    });

    it.runIf(bench.kind.replicas)('does not let the one release what the other has', async () => {
      const [one, other] = await Promise.all([bench.open(), bench.open()]);
      await one.ledger.begin('a');
      bench.pass(bench.kind.deadHandMs);
      expect(await other.ledger.begin('a')).toBe('new');
      await one.ledger.release('a');
      expect(await one.ledger.begin('a')).toBe('duplicate');
    });
  });
}
