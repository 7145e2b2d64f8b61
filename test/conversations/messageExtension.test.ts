import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { extensionIn, insertedCard, linesIn, told, using, writing } from './extension.js';
import {
  actionsOf,
  ana,
  gerda,
  luc,
  startHelper,
  wordsOn,
  type Helper,
  type Person,
} from './harness.js';

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper();
});
afterAll(() => helper.close());

const by = () => using(helper);
const search = (person: Person, text?: string, page?: object) =>
  by().search(person, 'searchTopics', text, page);
const select = (person: Person, value: unknown) => by().select(person, value);

const titleOf = (topic: string, language: string) =>
  helper.app.knowledge().content.topics.get(topic)?.texts[language]?.title;

describe('searching the knowledge in the compose box', () => {
  it.each(['en', 'fr', 'de', 'it', 'es', 'nl'])(
    'finds a topic that is asked for in "%s", in the reader’s own',
    async (language) => {
      const [phrase = ''] =
        helper.app.knowledge().content.phrases.get(language)?.get('no-sms') ?? [];
      for (const [person, own] of [
        [ana, 'en'],
        [luc, 'fr'],
      ] as const) {
        const titles = linesIn(await search(person, phrase)).map(({ title }) => title);
        expect(titles).toContain(titleOf('no-sms', own));
      }
    },
  );

  it('finds by words that are not finished, and without accents', async () => {
    const unfinished = linesIn(await search(luc, 'compte bloq')).map(({ title }) => title);
    expect(unfinished[0]).toBe(titleOf('account-locked', 'fr'));
    const plain = linesIn(await search(gerda, 'gesperrtes ko')).map(({ title }) => title);
    expect(plain.slice(0, 3)).toContain(titleOf('account-locked', 'de'));
  });

  it('lists all that it knows before anything is typed, page by page, and no small talk', async () => {
    const { topics } = helper.app.knowledge().content;
    const known = [...topics.values()].filter(({ group }) => group !== 'small-talk');
    const first = linesIn(await search(ana, undefined, { skip: 0, count: 20 }));
    const second = linesIn(await search(ana, undefined, { skip: 20, count: 20 }));
    const none = await search(ana, undefined, { skip: 40, count: 20 });
    expect(new Set([...first, ...second].map(({ title }) => title)).size).toBe(known.length);
    expect(first).toHaveLength(20);
    expect(extensionIn(none)).toMatchObject({ type: 'result', attachments: [] });
  });

  it('says so where nothing is found', async () => {
    const turn = await search(luc, 'zzqx');
    expect(extensionIn(turn)).toEqual({
      type: 'message',
      text: expect.stringContaining('rien trouvé') as string,
    });
  });

  it('says so, with a reference, when searching fails', async () => {
    vi.spyOn(helper.app.knowledge().matcher, 'match').mockImplementationOnce(() => {
      throw new Error('planned');
    });
    const turn = await search(ana, 'account');
    expect(turn.status).toBe(200);
    expect(extensionIn(turn)).toEqual({
      type: 'message',
      text: expect.stringMatching(/Reference: [0-9A-F]{8}/) as string,
    });
  });

  it('puts the answer into the message, small enough for Teams, with buttons that work', async () => {
    const [line] = linesIn(await search(luc, 'compte bloqué'));
    expect(line?.tap.type).toBe('invoke');
    const selected = await select(luc, line?.tap.value);
    const card = insertedCard(selected);
    expect(wordsOn(card)).toContain(titleOf('account-locked', 'fr'));
    expect(selected.said).toEqual([]);
    const action = actionsOf(card).find(({ verb }) => verb === 'in-language');
    const pressed = await helper.invoke(
      ana,
      { ...writing, id: 'sent-by-luc' },
      'adaptiveCard/action',
      { action },
    );
    expect(pressed.status).toBe(200);
    expect(pressed.body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
  });

  it('has no answer that Teams would find too large', async () => {
    const { topics, settings } = helper.app.knowledge().content;
    for (const topic of topics.keys()) {
      for (const language of settings.languages) {
        const selected = await select(ana, { verb: 'show-topic', topic, language });
        expect(JSON.stringify(selected.body).length, `${topic} ${language}`).toBeLessThan(28_000);
      }
    }
  });

  it.each([
    ['a topic that is gone', { verb: 'show-topic', topic: 'gone', language: 'en' }],
    ['a topic that is none', { verb: 'show-topic', topic: { a: 1 }, language: 'en' }],
  ])('answers a selected result with %s by a sentence', async (_what, value) => {
    const turn = await select(ana, value);
    expect(turn.status).toBe(200);
    expect(extensionIn(turn)).toMatchObject({ type: 'message' });
  });

  it.each([undefined, 7, {}, { verb: 'forget-yes' }, { commandId: 'searchTopics', parameters: 1 }])(
    'refuses what no client sends: %j',
    async (value) => {
      for (const name of ['query', 'selectItem', 'fetchTask']) {
        const turn = await helper.invoke(ana, writing, `composeExtension/${name}`, value);
        expect(turn.status).toBe(400);
      }
    },
  );
});

describe('"Ask the helper" in the menu of a message', () => {
  const ask = (person: Person, message: object) => by().choose(person, 'askHelper', message);

  it('answers a message in its thread', async () => {
    const body = { contentType: 'html', content: '<div>Mon compte est <b>bloqué</b></div>' };
    const turn = await ask(luc, { id: '1500', body });
    expect(turn.said).toHaveLength(1);
    expect(turn.said[0]?.conversationId).toBe('19:channel@thread.tacv2;messageid=1500');
    expect(wordsOn(turn.said[0]?.activity.attachments)).toContain(titleOf('account-locked', 'fr'));
    expect(told(turn)).toEqual({
      type: 'message',
      value: expect.stringContaining('dans la conversation') as string,
    });
  });

  it('answers a reply in the thread that it belongs to', async () => {
    const turn = await ask(ana, {
      id: '1602',
      replyToId: '1600',
      body: { content: 'my account is locked' },
    });
    expect(turn.said[0]?.conversationId).toBe('19:channel@thread.tacv2;messageid=1600');
  });

  it('answers once, however often Teams asks', async () => {
    const message = { id: '1700', body: { content: 'I get no text message' } };
    const [first, second] = await Promise.all([ask(ana, message), ask(ana, message)]);
    expect(new Set([first, second].map((turn) => told(turn).value)).size).toBe(2);
    const answers = helper.connector.delivered.filter(({ conversationId }) =>
      conversationId.endsWith('=1700'),
    );
    expect(answers).toHaveLength(1);
  });

  it('shows the answer to whoever asked where the bot may not write', async () => {
    helper.connector.failNext({ status: 403 });
    const turn = await ask(ana, { id: '1800', body: { content: 'my account is locked' } });
    expect(turn.said).toEqual([]);
    expect(told(turn).type).toBe('continue');
    expect(wordsOn(told(turn).value)).toContain(titleOf('account-locked', 'en'));
  });

  it('says so when a message has no words', async () => {
    const turn = await ask(ana, {
      id: '1900',
      body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
    });
    expect(turn.said).toEqual([]);
    expect(told(turn)).toMatchObject({
      type: 'message',
      value: expect.stringContaining('no words') as string,
    });
  });

  it('may be asked again when answering failed', async () => {
    vi.spyOn(helper.app.knowledge().matcher, 'match').mockImplementationOnce(() => {
      throw new Error('planned');
    });
    const message = { id: '1960', body: { content: 'my account is locked' } };
    expect(told(await ask(ana, message))).toMatchObject({
      type: 'message',
      value: expect.stringContaining('Reference:') as string,
    });
    expect((await ask(ana, message)).said).toHaveLength(1);
  });

  it('does not warn whoever asked of a password that somebody else wrote', async () => {
    const content = 'my password is Summer24 and my account is locked';
    const turn = await ask(ana, { id: '1950', body: { content } });
    expect(turn.said.length).toBeGreaterThan(0);
    // A warning that is due comes after any that was due before it.
    await helper.inChat(luc, 'mon mot de passe est Bonjour2024');
    const warned = () =>
      helper.connector.delivered
        .filter(({ activity }) =>
          /contain a password|contenir un mot/.test(JSON.stringify(activity)),
        )
        .map(({ conversationId }) => conversationId);
    await vi.waitFor(() => expect(warned()).not.toEqual([]), { timeout: 5_000 });
    expect(warned()).toEqual([`a:${luc.id}`]);
  });

  it('lets thumbs under its answer count', async () => {
    const turn = await ask(ana, { id: '2000', body: { content: 'my account is locked' } });
    const rated = await helper.invoke(ana, turn.said[0]!, 'message/submitAction', {
      actionName: 'feedback',
      actionValue: { reaction: 'like' },
    });
    expect(rated.status).toBe(200);
  });
});
