import { describe, expect, it } from 'vitest';
import type { Bench } from '../contract.js';
import { caseSamples, moderator } from './caseSamples.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export function caseForgettingContract(bench: Bench): void {
  const { asking, newCase, event, card, open } = caseSamples(bench);

  describe('cases', () => {
    it('keep nothing of somebody who was forgotten but that they asked', async () => {
      const { cases } = await bench.open();
      const opened = await cases.open({
        next: newCase('A', { askings: [asking('ana'), asking('luc')], text: 'ana asks' }),
        event: event('opened', { by: { id: 'ana', name: 'ANA' }, note: 'ana’s words' }),
        messages: [],
      });
      await cases.forget('ana', card);
      const found = await cases.read('A');
      expect(JSON.stringify([found, await cases.history('A')])).not.toMatch(/ana/i);
      expect(found?.askings).toHaveLength(2);
      expect(found?.askings[1]?.person.id).toBe('luc');
      const late = { next: opened, event: event('claimed'), messages: [] };
      expect(await cases.change(late)).toBeUndefined();
      await cases.forget('luc', card);
      expect(JSON.stringify(await cases.read('A'))).not.toMatch(/luc/i);
      expect((await cases.list({ search: 'code' })).total).toBe(0);
    });

    it('are asked by one less when somebody was forgotten, and are closed when that was the last', async () => {
      const { cases } = await bench.open();
      const [ana, luc] = [asking('ana'), asking('luc')];
      await open(cases, newCase('A', { askings: [ana, luc] }));
      await open(cases, newCase('B', { askings: [{ ...ana, id: 'b', state: 'answered' }] }));
      await cases.forget('ana', card);
      expect(await cases.read('A')).toMatchObject({ state: 'open', version: 2 });
      expect((await cases.read('A'))?.askings.map(({ state }) => state)).toEqual([
        'withdrawn',
        'waiting',
      ]);
      expect((await cases.read('B'))?.state).toBe('open');
      await cases.forget('luc', card);
      expect(await cases.read('A')).toMatchObject({ state: 'dismissed', version: 3 });
      const events = await cases.history('A');
      expect(events.map(({ kind }) => kind)).toEqual(['opened', 'withdrawn', 'withdrawn']);
      const { cases: sorted } = await cases.list({ order: 'most-asked' });
      expect(sorted.map(({ id }) => id)).toEqual(['B', 'A']);
    });

    it('have it said when somebody in them was forgotten', async () => {
      const { cases, outbox } = await bench.open();
      await open(cases, newCase('A', { askings: [asking('ana')] }));
      await open(cases, newCase('B', { state: 'claimed', claimedBy: { id: 'ana', name: '' } }));
      await open(cases, newCase('C'));
      for (const { id } of await outbox.take(10)) await outbox.done(id);
      await cases.forget('ana', card);
      expect((await outbox.take(10)).map(({ id }) => id)).toEqual(['card A', 'card B']);
    });

    it('are open again when the moderator who claimed them is forgotten', async () => {
      const { cases } = await bench.open();
      await open(cases, newCase('A', { state: 'claimed', claimedBy: moderator }));
      await cases.forget('marie', card);
      expect(await cases.read('A')).toMatchObject({ state: 'open', claimedBy: undefined });
      expect(JSON.stringify(await cases.history('A'))).not.toMatch(/marie/i);
    });

    it('are among the newest changes when they are open again, and keep their time when they were closed', async () => {
      const { cases } = await bench.open();
      const closedAt = bench.now();
      await open(cases, newCase('A', { state: 'claimed', claimedBy: moderator }));
      await open(cases, newCase('B', { state: 'answered', claimedBy: moderator }));
      bench.pass(DAY_MS);
      await open(cases, newCase('C'));
      bench.pass(DAY_MS);
      await cases.forget('marie', card);
      expect(await cases.newestChanges(1)).toEqual([{ id: 'A', version: 2 }]);
      expect(await cases.read('A')).toMatchObject({ changedAt: bench.now() });
      expect(await cases.read('B')).toMatchObject({ version: 2, changedAt: closedAt });
    });

    it('lose their words and people when their time has passed, once, and stay as numbers', async () => {
      const { cases } = await bench.open();
      const text = { kind: 'text', text: 'Bonjour Ana', language: 'fr' } as const;
      const askings = [asking('ana')];
      await open(
        cases,
        newCase('A', { state: 'answered', claimedBy: moderator, answer: text, askings }),
      );
      await open(
        cases,
        newCase('B', { state: 'dismissed', answer: { kind: 'topic', topic: 'no-sms' } }),
      );
      await open(cases, newCase('C'));
      bench.pass(DAY_MS);
      await open(cases, newCase('D', { state: 'answered' }));
      expect(await cases.emptyTexts(bench.now())).toBe(2);
      expect(await cases.emptyTexts(bench.now())).toBe(0);
      const left = JSON.stringify([await cases.read('A'), await cases.history('A')]);
      expect(left).not.toMatch(/ana|marie|code/i);
      expect(await cases.read('B')).toMatchObject({ text: '', answer: { topic: 'no-sms' } });
      expect((await cases.read('C'))?.text).not.toBe('');
      expect((await cases.read('D'))?.text).not.toBe('');
      expect(await cases.counts()).toMatchObject({ answered: 2, dismissed: 1, open: 1 });
    });

    it('lose their words again when they were reopened and closed again', async () => {
      const { cases } = await bench.open();
      await open(cases, newCase('A', { state: 'answered' }));
      bench.pass(DAY_MS);
      await cases.emptyTexts(bench.now());
      const emptied = await cases.read('A');
      const again = { ...emptied!, text: 'again', changedAt: bench.now() };
      await cases.change({ next: again, event: event('answered'), messages: [] });
      bench.pass(DAY_MS);
      expect(await cases.emptyTexts(bench.now())).toBe(1);
      expect((await cases.read('A'))?.text).toBe('');
    });

    it('are emptied however many they are', async () => {
      const { cases } = await bench.open();
      const all = Array.from({ length: 230 }, (_, index) => `c${index}`);
      await Promise.all(all.map((id) => open(cases, newCase(id, { state: 'dismissed' }))));
      bench.pass(DAY_MS);
      expect(await cases.emptyTexts(bench.now())).toBe(230);
    });
  });
}
