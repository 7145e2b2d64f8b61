import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/content/content.js';
import { createCaseDesk } from '../../../src/support/cases/caseDesk.js';
import { newCaseId } from '../../../src/support/cases/newCaseId.js';
import { createFakeStore } from '../../fakes/createFakeStore.js';

const [ana, luc, marie, paul] = ['Ana', 'Luc', 'Marie', 'Paul'].map((name) => ({
  id: `29:${name}`,
  name,
})) as [Actor, Actor, Actor, Actor];
type Actor = Record<'id' | 'name', string>;
const answer = { kind: 'text', text: 'Delete the cookies.', language: 'en' } as const;

function setUp() {
  const desk = createCaseDesk({
    cases: createFakeStore().cases,
    content: () => ({ lexicon: {} }) as Partial<Content> as Content,
    clock: () => new Date(),
    newId: newCaseId,
  });
  const ask = (person: Actor) =>
    desk.ask({
      text: 'the sign-in page is blank',
      language: 'en',
      person,
      place: { scope: 'personal', conversationId: `a:${person.id}`, roomId: `a:${person.id}` },
      reason: 'nothing-matched',
      guesses: [],
    });
  return { desk, ask };
}

describe('an answer that did not help', () => {
  it('opens the case again, for anybody to take', async () => {
    const { desk, ask } = setUp();
    const { id } = await ask(ana);
    await desk.answer(id, marie, answer);
    expect(await desk.notHelped(id, ana)).toMatchObject({ state: 'reopened' });
    expect(await desk.claim(id, paul)).toMatchObject({ state: 'claimed', claimedBy: paul });
  });

  it('leaves the case to the moderator who has taken it up again meanwhile', async () => {
    const { desk, ask } = setUp();
    const { id } = await ask(ana);
    await ask(luc);
    await desk.answer(id, marie, answer);
    await desk.notHelped(id, ana);
    await desk.claim(id, marie);
    expect(await desk.notHelped(id, luc)).toMatchObject({ state: 'claimed', claimedBy: marie });
    await expect(desk.claim(id, paul)).rejects.toMatchObject({ code: 'case-conflict' });
    const { askings } = await desk.answer(id, marie, answer);
    expect(askings.map(({ state }) => state)).toEqual(['answered', 'answered']);
  });
});
