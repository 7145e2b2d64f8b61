import { describe, expect, it, vi } from 'vitest';
import type { Asking, Case } from '../../../src/support/cases/case.js';
import type { CaseFilter, CaseStore } from '../../../src/support/cases/caseStore.js';
import type { Bench } from '../contract.js';
import { caseSamples, moderator } from './caseSamples.js';

export function caseContract(bench: Bench): void {
  const { asking, newCase, event, card, open } = caseSamples(bench);
  const taken = async ({ outbox }: Awaited<ReturnType<Bench['open']>>) =>
    (await outbox.take(100)).map(({ id }) => id);

  describe('cases', () => {
    it('are read as they were opened, as version 1', async () => {
      const { cases } = await bench.open();
      const next = newCase('A', {
        askings: [asking('ana', { topic: 'no-sms', reason: 'did-not-help' }), asking('luc')],
        claimedBy: moderator,
        answer: { kind: 'text', text: 'Bonjour', language: 'fr' },
      });
      const opened = await open(cases, next);
      expect(opened).toEqual({ ...next, version: 1 });
      expect(await cases.read('A')).toEqual(opened);
      expect(await cases.read('B')).toBeUndefined();
      expect(await cases.history('A')).toEqual([event('opened')]);
    });

    it('are opened with their messages, or not at all', async () => {
      const store = await bench.open();
      await open(store.cases, newCase('A'));
      await expect(
        store.cases.open({ next: newCase('A'), event: event('opened'), messages: [card('B')] }),
      ).rejects.toThrow();
      expect(await taken(store)).toEqual(['card A']);
      expect(await store.cases.history('A')).toHaveLength(1);
    });

    it('change with their event and messages', async () => {
      const store = await bench.open();
      const opened = await open(store.cases, newCase('A'));
      await taken(store);
      await store.outbox.done('card A');
      const next: Case = {
        ...opened,
        state: 'claimed',
        claimedBy: moderator,
        askings: [...opened.askings, asking('luc')],
      };
      const claimed = event('claimed', { note: 'from the tab' });
      const changed = await store.cases.change({ next, event: claimed, messages: [card('A')] });
      expect(changed).toEqual({ ...next, version: 2 });
      expect(await store.cases.read('A')).toEqual(changed);
      expect(await store.cases.history('A')).toEqual([event('opened'), claimed]);
      expect(await taken(store)).toEqual(['card A']);
    });

    it('do not change for whoever saw an older version, and say nothing then', async () => {
      const store = await bench.open();
      const opened = await open(store.cases, newCase('A'));
      const change = (name: string) =>
        store.cases.change({
          next: { ...opened, claimedBy: { id: name, name } },
          event: event('claimed'),
          messages: [card(name)],
        });
      const [one, other] = await Promise.all([change('marie'), change('jean')]);
      expect([one, other].filter((each) => each === undefined)).toHaveLength(1);
      const winner = (one ?? other)?.claimedBy?.id ?? '';
      expect(await store.cases.read('A')).toMatchObject({ version: 2, claimedBy: { id: winner } });
      expect(await store.cases.history('A')).toHaveLength(2);
      expect((await taken(store)).sort()).toEqual(['card A', `card ${winner}`].sort());
    });

    it('tell the outbox that something was put', async () => {
      const store = await bench.open();
      let told = 0;
      store.outbox.onPut(() => (told += 1));
      await open(store.cases, newCase('A'));
      expect(told).toBe(1);
    });

    describe('are listed', () => {
      const listed = async (cases: CaseStore, filter: CaseFilter) => {
        const { cases: page, total } = await cases.list(filter);
        return `${page.map(({ id }) => id).join('')} of ${total}`;
      };
      const someCases = async () => {
        const { cases } = await bench.open();
        await open(cases, newCase('A', { state: 'claimed', claimedBy: moderator }));
        bench.pass(1_000);
        const german = asking('gerda', { language: 'de', text: 'Das ÄRGERNIS: 100% gesperrt' });
        await open(cases, newCase('B', { askings: [asking('ana'), german, asking('luc')] }));
        bench.pass(1_000);
        const gone = [
          asking('x', { state: 'withdrawn', language: 'it' }),
          asking('y'),
          asking('z'),
        ];
        await open(cases, newCase('C', { state: 'answered', askings: gone }));
        return cases;
      };

      it('newest first, or what most people ask', async () => {
        const cases = await someCases();
        expect(await listed(cases, {})).toBe('CBA of 3');
        expect(await listed(cases, { order: 'most-asked' })).toBe('BCA of 3');
      });

      it('a page at a time, with how many there are in all', async () => {
        const cases = await someCases();
        expect(await listed(cases, { offset: 1, limit: 1 })).toBe('B of 3');
        expect(await listed(cases, { offset: 9 })).toBe(' of 3');
      });

      it('by state, language, claimer, age and words', async () => {
        const cases = await someCases();
        expect(await listed(cases, { states: ['open', 'claimed'] })).toBe('BA of 2');
        expect(await listed(cases, { language: 'de' })).toBe('B of 1');
        expect(await listed(cases, { language: 'it' })).toBe(' of 0');
        expect(await listed(cases, { claimedBy: 'marie' })).toBe('A of 1');
        expect(await listed(cases, { openedBefore: bench.now() })).toBe('BA of 2');
        expect(await listed(cases, { search: 'gesperrt ärgernis' })).toBe('B of 1');
        expect(await listed(cases, { search: '100% g' })).toBe('B of 1');
        expect(await listed(cases, { search: '_ärgernis' })).toBe(' of 0');
        expect(await listed(cases, { search: 'REÇOIT', states: ['answered'] })).toBe('C of 1');
      });

      it('by what has never happened to them', async () => {
        const cases = await someCases();
        expect(await listed(cases, { never: 'reminded' })).toMatch(/ of 3$/);
        expect(await listed(cases, { never: 'opened' })).toBe(' of 0');
      });

      it('with their askings in order', async () => {
        const cases = await someCases();
        const { cases: page } = await cases.list({ language: 'de' });
        expect(page[0]?.askings.map(({ person }) => person.id)).toEqual(['ana', 'gerda', 'luc']);
      });
    });

    it('are counted by state', async () => {
      const { cases } = await bench.open();
      await open(cases, newCase('A'));
      await open(cases, newCase('B', { state: 'answered' }));
      await open(cases, newCase('C'));
      expect(await cases.counts()).toEqual({
        open: 2,
        claimed: 0,
        answered: 1,
        dismissed: 0,
        reopened: 0,
      });
    });

    it('are found by who asked them, newest first, without what was withdrawn', async () => {
      const { cases } = await bench.open();
      const by = (id: string, more: Partial<Asking> = {}) =>
        newCase(id, { askings: [asking('ana', { id, ...more })], openedAt: bench.now() });
      await open(cases, by('A'));
      bench.pass(1_000);
      await open(cases, by('B', { state: 'answered' }));
      await open(cases, by('C', { state: 'withdrawn' }));
      expect((await cases.ofPerson('ana')).map(({ id }) => id)).toEqual(['B', 'A']);
      expect(await cases.ofPerson('luc')).toEqual([]);
    });

    it('take texts that only a machine writes', async () => {
      const { cases } = await bench.open();
      const odd = asking('ana\0', { text: 'a\0b', person: { id: 'i\0', name: 'n\0' } });
      await open(cases, newCase('A', { text: 'a\0b', askings: [odd] }));
      expect(await cases.read('A')).toMatchObject({ state: 'open' });
    });

    it('survive a restart', async () => {
      const before = await bench.open();
      const opened = await open(before.cases, newCase('A'));
      await before.close();
      const { cases } = await bench.open();
      expect(await cases.read('A')).toEqual(opened);
    });

    it('are news to this process and, where there are several, to the others', async () => {
      const replicas = [await bench.open()];
      if (bench.kind.replicas) replicas.push(await bench.open());
      const heard = replicas.map(({ cases }) => {
        const told = vi.fn();
        cases.onNews(told);
        return told;
      });
      const [first] = replicas;
      // A replica that listens is told once that it may have missed something.
      await vi.waitFor(() =>
        expect(heard.every((told) => told.mock.calls.length > 0)).toBe(bench.kind.replicas),
      );
      for (const told of heard) told.mockClear();
      const opened = await open(first!.cases, newCase('AAAA'));
      await vi.waitFor(() => heard.forEach((told) => expect(told).toHaveBeenCalled()));
      for (const told of heard) told.mockClear();
      await first!.cases.change({ next: opened, event: event('claimed'), messages: [] });
      await vi.waitFor(() => heard.forEach((told) => expect(told).toHaveBeenCalled()));
    });

    it.skipIf(!bench.kind.replicas)('are news once to whoever changed them', async () => {
      const [one, other] = [await bench.open(), await bench.open()];
      const [told, toldLater] = [vi.fn(), vi.fn()];
      one.cases.onNews(told);
      one.revisions.onNews(toldLater);
      await vi.waitFor(() => expect(told).toHaveBeenCalled(), 10_000);
      told.mockClear();
      toldLater.mockClear();
      await open(one.cases, newCase('A'));
      // News comes in the order in which it was told: after this nothing is under way.
      const revision = { digest: 'd', author: 'Marie', note: '', basedOn: undefined };
      await other.revisions.add({ ...revision, inFolders: false }, new Map());
      await vi.waitFor(() => expect(toldLater).toHaveBeenCalled(), 10_000);
      expect(told).toHaveBeenCalledTimes(1);
    });
  });
}
