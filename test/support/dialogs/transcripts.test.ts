import { beforeAll, describe, expect, it } from 'vitest';
import { createCardRenderer, type CardRenderer } from '../../../src/cards/cardRenderer.js';
import type { Content } from '../../../src/content/content.js';
import { labelOf } from '../../../src/dialogs/words.js';
import type { Matcher } from '../../../src/matching/types.js';
import { createAssistant, type Assistant } from '../../../src/support/assistant.js';
import { createCases } from '../../../src/support/cases/createCases.js';
import type { Place } from '../../../src/support/question.js';
import type { Choice, Reply } from '../../../src/support/reply.js';
import { actionsOf, wordsOn } from '../../conversations/harness.js';
import { createFakeStore } from '../../fakes/createFakeStore.js';
import { silentLog } from '../../store/silentLog.js';
import { pathsOf, shippedContent } from '../../dialogs/book.js';

const place: Place = { scope: 'personal', conversationId: 'a:1', roomId: 'a:1' };
const who = { personId: 'ana', place };
const now = new Date('2026-11-24T10:00:00Z');

let content: Content;
let cards: CardRenderer;
beforeAll(async () => {
  content = await shippedContent();
  cards = createCardRenderer(() => content);
});

const dialogs = [
  'first-account',
  'forgotten-password',
  'jsis-access-delay',
  'locked-account',
  'mobile-app',
  'new-phone',
  'no-sms',
  'sign-in-trouble',
];

const nothing = async (): Promise<undefined> => undefined;

/** An assistant with nobody behind it: what is asked in a dialog stays in it. */
function assistantFor(language: string): Assistant {
  const clock = (): Date => now;
  const store = createFakeStore({ clock });
  const matcher: Pick<Matcher, 'match'> = {
    // Whatever reaches the matcher is no question: only the dialog can have understood it.
    match: () => ({ language, outcome: 'unresolved', topics: [] }),
  };
  return createAssistant({
    knowledge: () => ({ content, matcher: matcher as Matcher }),
    memory: store.memory,
    feedback: store.feedback,
    clock,
    botName: 'After EC Helper',
    forgetting: [],
    guard: { watch: nothing },
    cases: createCases({
      content: () => content,
      store,
      roster: { member: nothing, privatePlace: nothing },
      clock,
      mask: (text) => text,
      trusting: true,
      teacher: { wouldBreak: async () => [], teach: nothing, draftTopic: nothing },
      log: silentLog,
    }),
    counter: { replied: () => undefined, keptSilent: () => undefined },
    checkBacks: { plan: async () => now, cancel: nothing },
  });
}

function choicesOn({ view }: Reply): Choice[] {
  return (view.data['choices'] ?? []) as Choice[];
}

/** What every card of a dialog must have, whatever the step. */
function expectGoodCard(reply: Reply, language: string): void {
  const card = cards.render(reply.view.card, reply.view.language, reply.view.data);
  expect(card).toMatchObject({ lang: language });
  const words = wordsOn(card);
  expect(words).not.toContain('undefined');
  expect(words).not.toContain('${');
  const ways = actionsOf(card).map(({ verb, data }) => String(data?.['choice'] ?? verb));
  expect(
    ways.some((way) => ['-stop', '-back', 'resume-dialog'].includes(way)),
    words,
  ).toBe(true);
}

/** The texts on a step's card are those of the step, in the language of the reader. */
function expectStep(reply: Reply, language: string): void {
  const [at] = (reply.view.data['others'] as Choice[]).map(({ data }) => data);
  const step = content.dialogs.get(at?.['dialog'] ?? '')?.steps[at?.['step'] ?? ''];
  if (!step || !('text' in step)) throw new Error(`no step ${JSON.stringify(at)}`);
  expect(reply.view.data['message']).toBe(step.text[language]);
  expect(step.text[language]).toBeTruthy();
  if (language !== 'en') expect(step.text[language]).not.toBe(step.text['en']);
}

function expectEnd(reply: Reply, path: string): void {
  const { data, card } = reply.view;
  if (card === 'answer') {
    const handOff = content.topics.get(reply.topic ?? '')?.handOff;
    expect(handOff?.contacts.length, path).toBeGreaterThan(0);
    return;
  }
  const [at] = (data['others'] as Choice[]).map((choice) => choice.data);
  const step = content.dialogs.get(at?.['dialog'] ?? '')?.steps[at?.['step'] ?? ''];
  // A path ends where another dialog carries on, or where it comes by a step again.
  const over = step?.type === 'solved' || step?.type === 'handOff';
  if (!over) return;
  if (step.type === 'handOff') {
    expect((data['contacts'] as object[]).length, path).toBeGreaterThan(0);
    expect(data.fallback).toMatch(/\+\d|@|https:/);
  }
}

describe.each(['en', 'fr', 'de'])('every path in %s', { timeout: 60_000 }, (language) => {
  it.each(dialogs)('of %s leads to an end by pressing', async (dialog) => {
    for (const path of pathsOf(content, dialog)) {
      const assistant = assistantFor(language);
      let reply = await assistant.press({
        ...who,
        verb: 'start-dialog',
        data: { dialog, language },
      });
      for (const id of path) {
        expectGoodCard(reply, language);
        expectStep(reply, language);
        const choice = choicesOn(reply).find(({ data }) => data['choice'] === id);
        if (!choice) throw new Error(`no button ${id} in ${path.join(' > ')}`);
        reply = await assistant.press({ ...who, verb: choice.verb, data: choice.data });
      }
      expectGoodCard(reply, language);
      expectEnd(reply, path.join(' > '));
    }
  });

  it.each(dialogs)('of %s leads to the same end by typing', async (dialog) => {
    for (const path of pathsOf(content, dialog)) {
      const [pressing, typing] = [assistantFor(language), assistantFor(language)];
      const start = { ...who, verb: 'start-dialog', data: { dialog, language } };
      let pressed = await pressing.press(start);
      let typed: Reply | undefined = await typing.press(start);
      for (const id of path) {
        const choice = choicesOn(pressed).find(({ data }) => data['choice'] === id);
        if (!choice) throw new Error(`no button ${id} in ${path.join(' > ')}`);
        pressed = await pressing.press({ ...who, verb: choice.verb, data: choice.data });
        typed = await typing.ask({
          ...who,
          text: wordFor(choice, language),
          addressed: true,
          forSomebodyElse: false,
          opensThread: false,
        });
      }
      expect(typed?.view.data.fallback).toBe(pressed.view.data.fallback);
    }
  });
});

/** How somebody would type a button: in the words listed for it, in capitals, with a full stop. */
function wordFor({ title, data }: Choice, language: string): string {
  const step = content.dialogs.get(data['dialog'] ?? '')?.steps[data['step'] ?? ''];
  const choice =
    step?.type === 'question' ? step.choices.find(({ id }) => id === data['choice']) : undefined;
  const listed = choice?.typed?.[language]?.[0];
  return `${(listed ?? (choice ? labelOf(content, choice, language) : title)).toUpperCase()}.`;
}
