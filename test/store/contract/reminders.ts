import { describe, expect, it } from 'vitest';
import type { Reminder } from '../../../src/support/ports.js';
import type { Bench } from '../contract.js';

const MINUTE_MS = 60 * 1000;

export function reminderContract(bench: Bench): void {
  const reminder = (id: string, inMs: number, more: Partial<Reminder> = {}): Reminder => ({
    id,
    dueAt: new Date(bench.now().getTime() + inMs),
    place: { scope: 'personal', conversationId: 'chat 1', roomId: 'chat 1' },
    personId: 'marie',
    payload: { dialog: 'check-back', step: 2 },
    ...more,
  });
  const ids = (reminders: Reminder[]) => reminders.map(({ id }) => id);

  describe('reminders', () => {
    it('come when they are due, earliest first, as they were', async () => {
      const { reminders } = await bench.open();
      const [late, early] = [reminder('late', 20), reminder('early', 10)];
      await reminders.add(late);
      await reminders.add(early);
      await reminders.add(reminder('later still', 21));
      expect(await reminders.takeDue(bench.now(), 10)).toEqual([]);
      bench.pass(20);
      expect(await reminders.takeDue(bench.now(), 10)).toEqual([early, late]);
    });

    it('come in portions', async () => {
      const { reminders } = await bench.open();
      for (const id of ['a', 'b', 'c']) await reminders.add(reminder(id, 0));
      expect(await reminders.takeDue(bench.now(), 2)).toHaveLength(2);
      expect(await reminders.takeDue(bench.now(), 2)).toHaveLength(1);
      expect(await reminders.takeDue(bench.now(), 2)).toEqual([]);
    });

    it('come again after a minute if they were not done', async () => {
      const { reminders } = await bench.open();
      await reminders.add(reminder('a', 0));
      await reminders.takeDue(bench.now(), 10);
      bench.pass(MINUTE_MS - 1);
      expect(await reminders.takeDue(bench.now(), 10)).toEqual([]);
      bench.pass(1);
      expect(ids(await reminders.takeDue(bench.now(), 10))).toEqual(['a']);
    });

    it('do not come again once done', async () => {
      const { reminders } = await bench.open();
      await reminders.add(reminder('a', 0));
      await reminders.takeDue(bench.now(), 10);
      await reminders.done('a');
      bench.pass(MINUTE_MS);
      expect(await reminders.takeDue(bench.now(), 10)).toEqual([]);
    });

    it('come at the new time when postponed', async () => {
      const { reminders } = await bench.open();
      await reminders.add(reminder('a', 0));
      await reminders.takeDue(bench.now(), 10);
      const until = new Date(bench.now().getTime() + 10);
      await reminders.postpone('a', until);
      expect(await reminders.takeDue(bench.now(), 10)).toEqual([]);
      bench.pass(10);
      expect(await reminders.takeDue(bench.now(), 10)).toEqual([reminder('a', 0)]);
    });

    it('are not brought back by postponing after they were taken back', async () => {
      const { reminders } = await bench.open();
      await reminders.add(reminder('a', 0));
      await reminders.takeDue(bench.now(), 10);
      await reminders.cancel({ id: 'a' });
      await reminders.postpone('a', bench.now());
      expect(await reminders.takeDue(bench.now(), 10)).toEqual([]);
    });

    it('replace an earlier one of the same id, even one that was taken', async () => {
      const { reminders } = await bench.open();
      await reminders.add(reminder('a', 0));
      await reminders.takeDue(bench.now(), 10);
      const replacement = reminder('a', 5, { personId: 'jean', payload: null });
      await reminders.add(replacement);
      bench.pass(5);
      expect(await reminders.takeDue(bench.now(), 10)).toEqual([replacement]);
    });

    it('are taken back by whatever is given, all of it together', async () => {
      const { reminders } = await bench.open();
      const place = { scope: 'channel', conversationId: 'thread 9', roomId: 'room' } as const;
      await reminders.add(reminder('a', 0));
      await reminders.add(reminder('b', 0, { personId: 'jean' }));
      await reminders.add(reminder('c', 0, { place }));
      await reminders.add(reminder('d', 0, { personId: 'jean', place }));
      expect(await reminders.cancel({ personId: 'jean', conversationId: 'thread 9' })).toBe(1);
      expect(await reminders.cancel({ conversationId: 'thread 9' })).toBe(1);
      expect(await reminders.cancel({ id: 'a', personId: 'jean' })).toBe(0);
      expect(await reminders.cancel({ id: 'a' })).toBe(1);
      expect(ids(await reminders.takeDue(bench.now(), 10))).toEqual(['b']);
    });

    it('are not all taken back by mistake', async () => {
      const { reminders } = await bench.open();
      await reminders.add(reminder('a', 0));
      await expect(reminders.cancel({})).rejects.toThrow(TypeError);
      expect(await reminders.takeDue(bench.now(), 10)).toHaveLength(1);
    });

    it('are forgotten with the person', async () => {
      const { reminders } = await bench.open();
      await reminders.add(reminder('a', 0));
      await reminders.add(reminder('b', 0, { personId: 'jean' }));
      await reminders.forget('marie');
      expect(ids(await reminders.takeDue(bench.now(), 10))).toEqual(['b']);
    });

    it('survive a restart', async () => {
      const before = await bench.open();
      await before.reminders.add(reminder('a', 0));
      await before.close();
      const { reminders } = await bench.open();
      expect(await reminders.takeDue(bench.now(), 10)).toEqual([reminder('a', 0)]);
    });

    it.runIf(bench.kind.replicas)('each go to one replica', async () => {
      const [one, other] = await Promise.all([bench.open(), bench.open()]);
      const all = Array.from({ length: 60 }, (_, index) => `r${index}`);
      await Promise.all(all.map((id) => one.reminders.add(reminder(id, 0))));
      const portions = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          (index % 2 === 0 ? one : other).reminders.takeDue(bench.now(), 5),
        ),
      );
      // Somebody may find the rest locked; nobody finds what another has.
      const rest = await one.reminders.takeDue(bench.now(), 60);
      expect(ids([...portions.flat(), ...rest]).sort()).toEqual(all.sort());
    });
  });
}
