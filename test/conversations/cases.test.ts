import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivered } from '../fakes/fakeConnector.js';
import {
  actionsOf,
  ana,
  cardIn,
  gerda,
  luc,
  startHelper,
  wordsOn,
  type Helper,
  type Person,
  type Turn,
} from './harness.js';
import { inModerators, marie, MODERATORS, strangeQuestion } from './moderators.js';

const paul: Person = { id: '29:paul', name: 'Paul', locale: 'en-GB' };
const CHANNEL = '19:channel@thread.tacv2';

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper({ deliverEveryMs: 20 });
  const { members } = helper.connector;
  members.set(
    MODERATORS,
    new Map([
      [marie.id, { userRole: 'owner' }],
      [paul.id, { userRole: 'user' }],
    ]),
  );
  knowNothing();
  members.set(CHANNEL, new Map([[ana.id, { userRole: 'user' }]]));
});
afterAll(() => helper.close());

const delivered = (fits: (each: Delivered) => boolean): Promise<Delivered> =>
  vi.waitFor(
    () => {
      const found = helper.connector.delivered.findLast(fits);
      if (!found) throw new Error('nothing of that kind was delivered');
      return found;
    },
    { timeout: 5_000, interval: 20 },
  );
const says = (each: Delivered, words: string) =>
  wordsOn(helper.connector.cardOf(each.id)).includes(words);
const caseCard = (words: string) =>
  delivered((each) => each.conversationId === MODERATORS && says(each, words));
const inDialog = (person: Person, on: Delivered, data: object, name = 'task/fetch') =>
  helper.invoke(person, on, name, { data });
const dialogCard = (turn: Turn) =>
  (turn.body as { task: { value: { card: { content: Record<string, unknown> } } } }).task.value.card
    .content;
const submitOn = (card: unknown, verb: string) => {
  const found = actionsOf(card).find(({ data }) => data?.['verb'] === verb);
  if (!found) throw new Error(`no ${verb} on ${JSON.stringify(card)}`);
  return found.data as Record<string, unknown>;
};
/** Makes the matcher find nothing, in a language that it is certain of. */
const knowNothing = (language = 'en') =>
  vi.spyOn(helper.app.knowledge().matcher, 'match').mockReturnValue({
    language,
    outcome: 'unresolved',
    topics: [{ id: 'no-sms', confidence: 0.12 }],
  });
/** The bot's card in the asker's thread; the moderators' may come before it. */
const replyIn = (turn: Turn): Delivered => {
  const reply = turn.said.findLast(({ conversationId }) => conversationId !== MODERATORS);
  if (!reply) throw new Error('the asker was told nothing');
  return reply;
};

describe('without a channel of moderators', () => {
  it('promises no person', async () => {
    const card = cardIn(await helper.inChat(ana, strangeQuestion()));
    expect(wordsOn(card)).not.toMatch(/moderator/);
    expect(actionsOf(card).map(({ verb }) => verb)).not.toContain('case-status');
  });
});

describe('"moderators here"', () => {
  it('is refused to somebody who is no owner of the team', async () => {
    const turn = await helper.inChannel(paul, 'moderators here', inModerators);
    expect(wordsOn(cardIn(turn))).toContain('Only an owner');
  });

  it('is obeyed when an owner writes it', async () => {
    const turn = await helper.inChannel(marie, 'moderators here', inModerators);
    expect(wordsOn(cardIn(turn))).toContain('From now on');
  });
});

describe('a question that nothing matches', () => {
  let question: string;
  let asked: Turn;
  beforeEach(async () => {
    await helper.inChannel(marie, 'moderators here', inModerators);
    question = strangeQuestion();
    asked = await helper.inChannel(ana, question);
  });

  it('is promised to a person, with a reference, and shown to the moderators', async () => {
    const words = wordsOn(helper.connector.cardOf(replyIn(asked).id));
    expect(words).toContain('A person will answer you');
    const reference = /C[0-9A-Z]{7}/.exec(words)?.[0] ?? '';
    const card = await caseCard(question);
    expect(says(card, reference)).toBe(true);
    expect(card.conversationId).toBe(MODERATORS);
  });

  it('is claimed by one moderator; the second is told who was first', async () => {
    const card = await caseCard(question);
    const claimed = await helper.press(marie, card, 'case-claim');
    expect(wordsOn(cardIn(claimed))).toContain('Marie is looking at it');
    const action = { type: 'Action.Execute', verb: 'case-claim', data: submitData(card) };
    const second = await helper.invoke(paul, card, 'adaptiveCard/action', { action });
    expect(wordsOn((second.body as { value: unknown }).value)).toContain('Marie was faster');
    await vi.waitFor(() => expect(says(card, 'Marie is looking at it')).toBe(true));
  });

  it('that was taken in Teams is answered by the same moderator in the tab', async () => {
    const card = await caseCard(question);
    await helper.press(marie, card, 'case-claim');
    const id = String(submitData(card)['case']);
    const call = (path: string, body?: object) =>
      fetch(`${helper.address}/api/cases/${id}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'X-Local-Role': 'moderator', 'Content-Type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const { version } = (await (await call('')).json()) as { version: number };
    const answer = { kind: 'text', text: 'From the tab.', language: 'en' };
    expect((await call('/answer', { version, answer })).status).toBe(200);
    await delivered((each) => each.conversationId !== MODERATORS && says(each, 'From the tab.'));
  });

  it('tells the asker who is looking at it', async () => {
    const card = await caseCard(question);
    await helper.press(marie, card, 'case-claim');
    const status = await helper.press(ana, replyIn(asked), 'case-status');
    expect(wordsOn(cardIn(status))).toContain('Marie is looking at it');
  });

  it('is answered in the thread, with a mention of the asker', async () => {
    const card = await caseCard(question);
    const answer = await answerWith(marie, card, 'Delete the cookies.\nThen try again.');
    expect(answer.conversationId).toContain(asked.messageId);
    const shown = helper.connector.cardOf(answer.id)!;
    expect(shown).toMatchObject({
      msteams: { entities: [{ mentioned: { id: ana.id } }] },
    });
    expect(wordsOn(shown)).toContain('Then try again.');
    await vi.waitFor(() => expect(says(card, 'Answered by Marie')).toBe(true));
  });

  it('is open again when the answer did not help its asker', async () => {
    const card = await caseCard(question);
    const answer = await answerWith(marie, card, 'Try once more.');
    const again = await helper.press(ana, answer, 'case-not-helped');
    expect(wordsOn(cardIn(again))).toContain('look at it again');
    await vi.waitFor(() => expect(says(card, 'did not help')).toBe(true));
  });

  it('is answered with a topic in the language of the asker', async () => {
    const frenchQuestion = strangeQuestion();
    knowNothing('fr');
    await helper.inChat(luc, frenchQuestion);
    knowNothing('en');
    const card = await caseCard(frenchQuestion);
    const form = await inDialog(marie, card, { ...submitData(card), verb: 'case-choose-topic' });
    const data = { ...submitOn(dialogCard(form), 'case-use-topic'), topic: 'account-locked' };
    await inDialog(marie, card, data, 'task/submit');
    const answer = await delivered(
      (each) => each.conversationId === `a:${luc.id}` && says(each, 'Réponse de Marie'),
    );
    expect(wordsOn(helper.connector.cardOf(answer.id))).toMatch(/15 minutes/);
  });

  it('is withdrawn by its asker alone', async () => {
    const card = await caseCard(question);
    const others = await helper.press(gerda, replyIn(asked), 'case-withdraw');
    expect(others.body).toMatchObject({ type: expect.stringContaining('message') });
    const own = await helper.press(ana, replyIn(asked), 'case-withdraw');
    expect(wordsOn(cardIn(own))).toContain('withdrawn');
    await vi.waitFor(() => expect(says(card, 'Closed without an answer')).toBe(true));
  });

  it('is withdrawn when its asker is forgotten, and its words leave the moderators’ card', async () => {
    const vera: Person = { id: '29:vera', name: 'Vera', locale: 'en-GB' };
    const hers = strangeQuestion();
    await helper.inChannel(vera, hers);
    const card = await caseCard(hers);
    const sure = await helper.inChat(vera, 'forget me');
    await helper.press(vera, replyIn(sure), 'forget-yes');
    await vi.waitFor(() => expect(says(card, 'Closed without an answer')).toBe(true), {
      timeout: 5_000,
    });
    expect(says(card, hers)).toBe(false);
    expect(says(card, 'Nobody is waiting')).toBe(true);
  });

  it('is not for people who are no members of the moderators’ channel', async () => {
    const card = await caseCard(question);
    const turn = await helper.press(ana, card, 'case-claim');
    expect(turn.body).toMatchObject({ value: expect.stringContaining('Only members') });
    expect(says(card, 'Open')).toBe(true);
  });

  it('is no more for somebody who has left that channel since', async () => {
    const card = await caseCard(question);
    await helper.press(paul, card, 'case-claim');
    await vi.waitFor(() => expect(says(card, 'Paul is looking at it')).toBe(true));
    const members = helper.connector.members.get(MODERATORS)!;
    members.delete(paul.id);
    const turn = await helper.press(paul, card, 'case-release');
    members.set(paul.id, { userRole: 'user' });
    expect(turn.body).toMatchObject({ value: expect.stringContaining('Only members') });
    expect(says(card, 'Paul is looking at it')).toBe(true);
  });

  it('shows its history, and is posted anew when its card was deleted', async () => {
    const card = await caseCard(question);
    const action = { type: 'Action.Execute', verb: 'case-claim', data: submitData(card) };
    helper.connector.loseMessage(card.id);
    await helper.invoke(marie, card, 'adaptiveCard/action', { action });
    const anew = await delivered(
      (each) => each.method === 'POST' && each.id !== card.id && says(each, question),
    );
    const history = await inDialog(marie, anew, { ...submitData(anew), verb: 'case-history' });
    expect(wordsOn(dialogCard(history))).toMatch(/asked[^]*taken by Marie/);
  });
});

describe('people who ask the same', () => {
  it('share a case, and all get the answer where they asked', async () => {
    await helper.inChannel(marie, 'moderators here', inModerators);
    const question = strangeQuestion();
    const first = await helper.inChannel(ana, question);
    await helper.inChat(gerda, `${question} now`);
    const card = await caseCard('Asked by: 2');
    const before = helper.connector.delivered.length;
    await answerWith(paul, card, 'One answer for both.');
    await vi.waitFor(() => {
      const rooms = helper.connector.delivered
        .slice(before)
        .filter((each) => says(each, 'One answer for both.'))
        .map(({ conversationId }) => conversationId);
      expect(rooms).toContain(`a:${gerda.id}`);
      expect(rooms.some((room) => room.includes(first.messageId))).toBe(true);
    });
  });
});

/** The data that the case card's own buttons carry. */
function submitData(card: Delivered): Record<string, unknown> {
  const action = actionsOf(helper.connector.cardOf(card.id)).find(
    ({ data }) => data?.['case'] !== undefined,
  );
  return action?.data ?? {};
}

async function answerWith(person: Person, card: Delivered, text: string): Promise<Delivered> {
  const form = await inDialog(person, card, { ...submitData(card), verb: 'case-write' });
  const written = { ...submitOn(dialogCard(form), 'case-preview'), text, answerLanguage: 'en' };
  const preview = await inDialog(person, card, written, 'task/submit');
  expect(wordsOn(dialogCard(preview))).toContain(text.split('\n')[0]);
  const sent = await inDialog(
    person,
    card,
    submitOn(dialogCard(preview), 'case-send'),
    'task/submit',
  );
  expect(sent.status).toBe(200);
  return delivered(
    (each) => each.conversationId !== MODERATORS && says(each, text.split('\n')[0]!),
  );
}
