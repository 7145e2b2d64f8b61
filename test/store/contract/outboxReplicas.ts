import { describe, expect, it } from 'vitest';
import type { Bench } from '../contract.js';
import { ids, message } from './outboxSamples.js';

const MINUTE_MS = 60 * 1000;

export function outboxReplicasContract(bench: Bench): void {
  describe.runIf(bench.kind.replicas)('the outbox of several replicas', () => {
    it('gives each message to one replica', async () => {
      const [one, other] = await Promise.all([bench.open(), bench.open()]);
      const all = Array.from({ length: 60 }, (_, index) => `m${index}`);
      await Promise.all(all.map((id, index) => (index % 2 ? one : other).outbox.put(message(id))));
      const portions = await Promise.all(
        Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? one : other).outbox.take(5)),
      );
      // Somebody may find the rest locked; nobody finds what another has.
      const rest = await one.outbox.take(60);
      expect(ids([...portions.flat(), ...rest]).sort()).toEqual(all.sort());
    });

    it('keeps a queue in order among replicas', async () => {
      const [one, other] = await Promise.all([bench.open(), bench.open()]);
      const queue = { queue: 'case 1' };
      const all = Array.from({ length: 40 }, (_, index) => `m${index}`);
      await Promise.all(
        all.map((id, index) => (index % 2 ? one : other).outbox.put(message(id, queue))),
      );
      const given = new Set<string>();
      while (given.size < all.length) {
        const taken = await Promise.all(
          [one, other].map(async ({ outbox }) => ({
            outbox,
            got: await outbox.take(5),
          })),
        );
        expect(taken.flatMap(({ got }) => got)).toHaveLength(1);
        for (const { outbox, got } of taken) {
          for (const { id } of got) {
            given.add(id);
            await outbox.done(id);
          }
        }
      }
    });

    it('counts together what replicas say in a lane', async () => {
      const replicas = await Promise.all([bench.open(), bench.open()]);
      const limits = [{ most: 7, withinMs: 1_000 }];
      const booked = await Promise.all(
        Array.from({ length: 20 }, (_, index) => replicas[index % 2]!.outbox.book('a', limits)),
      );
      expect(booked.filter((waitMs) => waitMs === 0)).toHaveLength(7);
      expect(new Set(booked)).toEqual(new Set([0, 1_000]));
    });

    it('does not hear a replica whose lease has run out', async () => {
      const [one, other] = await Promise.all([bench.open(), bench.open()]);
      await one.outbox.put(message('a'));
      await one.outbox.take(10);
      bench.pass(MINUTE_MS);
      await other.outbox.take(10);
      await one.outbox.done('a');
      await other.outbox.postpone('a', bench.now(), 'busy');
      expect(ids(await one.outbox.take(10))).toEqual(['a']);
    });
  });
}
