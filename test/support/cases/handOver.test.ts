import { describe, expect, it, vi } from 'vitest';
import type { Understanding } from '../../../src/matching/types.js';
import type { CaseDesk } from '../../../src/support/cases/caseDesk.js';
import { createHandOver } from '../../../src/support/cases/handOver.js';
import type { Moderators } from '../../../src/support/cases/moderators.js';
import type { Place, Question } from '../../../src/support/question.js';
import { createFakeStore } from '../../fakes/createFakeStore.js';

const place: Place = { scope: 'personal', conversationId: 'a:ana', roomId: 'a:ana' };
const question: Question = {
  text: 'Where is my code 1234?',
  place,
  personId: '29:ana',
  personName: 'Ana',
  addressed: true,
  forSomebodyElse: false,
  opensThread: true,
};
const unresolved: Understanding = { language: 'en', outcome: 'unresolved', topics: [] };

function setUp() {
  const ask = vi.fn<CaseDesk['ask']>();
  const mask = vi.fn((text: string) => text.replace(/\d+/g, '[number]'));
  const { memory } = createFakeStore();
  const channel = async () => ({ place, language: 'en' });
  const handOver = createHandOver({
    desk: { ask } as Partial<CaseDesk> as CaseDesk,
    moderators: { channel } as Partial<Moderators> as Moderators,
    memory,
    mask,
  });
  return { ask, mask, handOver };
}

describe('a question that has no answer', () => {
  it('is masked once, for the case and for what is remembered', async () => {
    const { ask, mask, handOver } = setUp();
    const { consider, remember } = handOver.about(question, unresolved, undefined);
    await consider();
    await remember();
    expect(mask).toHaveBeenCalledTimes(1);
    await handOver.open(question, 'did-not-help');
    const texts = ask.mock.calls.map(([asked]) => asked.text);
    expect(texts).toEqual(Array(2).fill('Where is my code [number]?'));
  });

  it('is not masked where nobody is to see it', async () => {
    const { ask, mask, handOver } = setUp();
    const aside = handOver.about({ ...question, addressed: false }, unresolved, undefined);
    await aside.consider();
    await aside.remember();
    expect(ask).not.toHaveBeenCalled();
    expect(mask).not.toHaveBeenCalled();
  });
});
