import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/content/content.js';
import { createCaseDesk, type NewAsking } from '../../../src/support/cases/caseDesk.js';
import { newCaseId } from '../../../src/support/cases/newCaseId.js';
import type { Bench } from '../contract.js';
import { caseSamples, moderator } from './caseSamples.js';

const CROWD = 20;
const crowd = Array.from({ length: CROWD }, (_, at) => `person ${at}`);

/** What holds when many want to change one case at the same moment. */
export function casesAtOnceContract(bench: Bench): void {
  const { asking, newCase, event, card, open } = caseSamples(bench);
  /** As many stores as the kind allows: one, or two replicas. */
  const openAll = async () => [
    await bench.open(),
    ...(bench.kind.replicas ? [await bench.open()] : []),
  ];
  const deskOn = ({ cases }: Awaited<ReturnType<Bench['open']>>) =>
    createCaseDesk({
      cases,
      content: () => ({ lexicon: {} }) as Partial<Content> as Content,
      clock: bench.now,
      newId: newCaseId,
    });
  const asked = (person: string): NewAsking => {
    const { place, text, language } = asking(person, { text: 'the sign-in page is blank today' });
    const reason = 'nothing-matched';
    return { text, language, person: { id: person, name: person }, place, reason, guesses: [] };
  };

  describe('a case that many want to change at once', () => {
    it('keeps what each of them adds', async () => {
      const stores = await openAll();
      await open(stores[0]!.cases, newCase('A', { askings: [] }));
      await Promise.all(
        crowd.map((person, at) =>
          stores[at % stores.length]!.cases.amend('A', (seen) => ({
            next: { ...seen, askings: [...seen.askings, asking(person)] },
            event: event('joined'),
            messages: [card('A')],
          })),
        ),
      );
      const found = await stores[0]!.cases.read('A');
      expect(found?.version).toBe(1 + CROWD);
      expect(found?.askings.map(({ person }) => person.id).sort()).toEqual([...crowd].sort());
      expect(await stores[0]!.cases.history('A')).toHaveLength(1 + CROWD);
    });

    it('stays as it is where nothing is to be changed, or the change cannot be decided', async () => {
      const { cases } = await bench.open();
      const opened = await open(cases, newCase('A'));
      expect(await cases.amend('A', () => undefined)).toEqual(opened);
      const refusing = cases.amend('A', () => {
        throw new RangeError('not so');
      });
      await expect(refusing).rejects.toThrow('not so');
      expect(await cases.read('A')).toEqual(opened);
      expect(await cases.amend('B', () => undefined)).toBeUndefined();
    });

    it('loses nobody who asks the same, at whichever of two desks', async () => {
      const stores = await openAll();
      const desks = [deskOn(stores[0]!), deskOn(stores.at(-1)!)];
      const { id } = await desks[0]!.ask(asked('ana'));
      const got = await Promise.all(
        crowd.map((person, at) => desks[at % desks.length]!.ask(asked(person))),
      );
      expect(new Set(got.map((each) => each.id))).toEqual(new Set([id]));
      const { askings } = await desks[0]!.get(id);
      expect(askings.map(({ person }) => person.id).sort()).toEqual(['ana', ...crowd].sort());
    });

    it('is one case for all who ask what nobody has asked before', async () => {
      const desk = deskOn(await bench.open());
      const got = await Promise.all(crowd.map((person) => desk.ask(asked(person))));
      expect(new Set(got.map(({ id }) => id)).size).toBe(1);
      expect((await desk.get(got[0]!.id)).askings).toHaveLength(CROWD);
    });

    it('answers everybody who asked while a moderator wrote', async () => {
      const stores = await openAll();
      const desks = [deskOn(stores[0]!), deskOn(stores.at(-1)!)];
      const { id } = await desks[0]!.ask(asked('ana'));
      const answer = { kind: 'text', text: 'It works again.', language: 'en' } as const;
      const [, ...got] = await Promise.all([
        desks[0]!.answer(id, moderator, answer),
        ...crowd.map((person) => desks[1]!.ask(asked(person))),
      ]);
      const all = await Promise.all(
        [...new Set([id, ...got.map((each) => each.id)])].map(desks[0]!.get),
      );
      const waitAndAnswered = all.flatMap(({ askings }) => askings.map(({ person }) => person.id));
      expect(waitAndAnswered.sort()).toEqual(['ana', ...crowd].sort());
      for (const { state, askings } of all) {
        const waits = askings.some((each) => each.state === 'waiting');
        expect(waits).toBe(state !== 'answered');
      }
    });
  });
}
