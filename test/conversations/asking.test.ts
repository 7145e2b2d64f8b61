import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  ana,
  BOT,
  cardIn,
  gerda,
  luc,
  makeUnsure,
  startHelper,
  wordsOn,
  type Helper,
} from './harness.js';

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => helper.close());

describe('a question in the channel with a mention', () => {
  it.each([
    [ana, 'en', 'my account is locked', 'Your account is locked'],
    [luc, 'fr', 'mon compte est bloqué', 'Votre compte est'],
    [gerda, 'de', 'mein Konto ist gesperrt', 'Ihr Konto ist'],
  ])('is answered in the thread, in its language (%#)', async (person, language, text, title) => {
    const turn = await helper.inChannel(person, text);
    expect(turn.status).toBe(200);
    expect(turn.said).toHaveLength(1);
    expect(turn.said[0]!.conversationId).toContain(`;messageid=${turn.messageId}`);
    expect(cardIn(turn)).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language });
    expect(wordsOn(cardIn(turn))).toContain(title);
  });

  it.each([
    [ana, 'Hello', 'en'],
    [luc, 'Bonjour', 'fr'],
    [gerda, 'Hallo', 'de'],
  ])('of one word is a greeting in its reader’s language (%#)', async (person, text, language) => {
    const turn = await helper.inChannel(person, text);
    expect(cardIn(turn)).toMatchObject({ lang: language });
  });

  it('is understood when the mention stands in the middle, or twice', async () => {
    const mention = `<at>${BOT.name}</at>`;
    const turn = await helper.inChannel(ana, '', {
      activity: {
        text: `my account ${mention} is locked ${mention}`,
        entities: [
          { type: 'mention', mentioned: BOT, text: mention },
          { type: 'mention', mentioned: BOT, text: mention },
        ],
      },
    });
    expect(turn.said[0]!.activity.summary).toContain('locked');
  });

  it('gets three suggestions and a way out when it may mean several things', async () => {
    makeUnsure(helper);
    const turn = await helper.inChannel(ana, 'something about the login');
    const verbs = helper.actionsOn(turn).map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb === 'show-topic').length).toBe(3);
    expect(verbs).toContain('none-of-these');
  });

  it('gets the helpdesk when nothing matches', async () => {
    const turn = await helper.inChannel(ana, 'what is a good recipe for apple pie?');
    expect(wordsOn(cardIn(turn))).toContain('+32 2 29 58181');
  });
});

describe('a message in the channel without a mention', () => {
  const uninvited = (text: string, options = {}) =>
    helper.inChannel(ana, text, { mention: false, ...options });

  it('is answered when the bot is nearly certain', async () => {
    const turn = await uninvited('my EU Login account is locked after too many wrong passwords');
    expect(turn.said).toHaveLength(1);
  });

  it('is left alone when it is chatter', async () => {
    expect((await uninvited('see you all at the assembly in Brussels')).said).toEqual([]);
    expect((await uninvited('hello everybody')).said).toEqual([]);
  });

  it('is left alone when it mentions another person', async () => {
    const entities = [{ type: 'mention', mentioned: { id: luc.id }, text: '<at>Luc</at>' }];
    const text = '<at>Luc</at> my EU Login account is locked after too many wrong passwords';
    expect((await uninvited('', { activity: { text, entities } })).said).toEqual([]);
  });

  it('is left alone when it answers another person', async () => {
    const opening = await helper.inChannel(luc, 'bonjour à tous', { mention: false });
    const text = 'my EU Login account is locked after too many wrong passwords';
    expect((await uninvited(text, { thread: opening.messageId })).said).toEqual([]);
  });

  it('is answered uninvited once in a thread, not twice', async () => {
    const text = 'my EU Login account is locked after too many wrong passwords';
    const first = await uninvited(text);
    expect(first.said).toHaveLength(1);
    const again = 'I forgot my EU Login password and want a new password';
    expect((await uninvited(again, { thread: first.messageId })).said).toEqual([]);
  });

  it('is never answered after the channel was told to be quiet, until it may speak again', async () => {
    const text = 'my EU Login account is locked after too many wrong passwords';
    await helper.inChannel(ana, 'quiet');
    expect((await uninvited(text)).said).toEqual([]);
    await helper.inChannel(ana, 'speak up');
    expect((await uninvited(text)).said).toHaveLength(1);
  });
});

describe('an edited message', () => {
  it('brings its answer up to date in place of a second one', async () => {
    const asked = await helper.inChannel(ana, 'my account is locked');
    const edited = await helper.inChannel(ana, 'the text message with the code does not arrive', {
      activity: {
        type: 'messageUpdate',
        id: asked.messageId,
        conversation: {
          id: `19:channel@thread.tacv2;messageid=${asked.messageId}`,
          conversationType: 'channel',
        },
        channelData: { eventType: 'editMessage' },
      },
    });
    expect(edited.said).toHaveLength(1);
    expect(edited.said[0]).toMatchObject({ method: 'PUT', id: asked.said[0]!.id });
    expect(wordsOn(helper.connector.cardOf(asked.said[0]!.id))).toContain('SMS');
  });
});

describe('a 1:1 chat', () => {
  it('answers without a mention', async () => {
    expect((await helper.inChat(ana, 'my account is locked')).said).toHaveLength(1);
  });

  it('keeps the language that was chosen on a card, whatever is typed', async () => {
    const asked = await helper.inChat(luc, 'my account is locked');
    await helper.press(luc, asked.said[0]!, 'Français');
    const next = await helper.inChat(luc, 'I forgot my password');
    expect(cardIn(next)).toMatchObject({ lang: 'fr' });
    await helper.inChat(luc, 'langue');
    await helper.inChat(luc, 'english');
    expect(cardIn(await helper.inChat(luc, 'mon compte est bloqué'))).toMatchObject({ lang: 'en' });
  });

  it('shows what it can do for "help", and for a bare mention', async () => {
    expect(wordsOn(cardIn(await helper.inChat(gerda, 'Hilfe')))).toContain('EU Login');
    expect(cardIn(await helper.inChannel(gerda, ''))).toMatchObject({ lang: 'de' });
  });
});

describe('the welcome', () => {
  const added = (scope: string, extra: object) => ({
    channelId: 'msteams',
    serviceUrl: helper.connector.url,
    from: { id: ana.id },
    recipient: BOT,
    locale: 'fr-FR',
    conversation: { id: `new-${scope}`, conversationType: scope },
    ...extra,
  });

  it('is said once, although Teams tells of an installation in two ways', async () => {
    const members = { type: 'conversationUpdate', id: 'u1', membersAdded: [BOT] };
    const installed = { type: 'installationUpdate', id: 'u2', action: 'add' };
    const first = await helper.deliver(added('personal', members));
    const second = await helper.deliver(added('personal', installed));
    expect(first.said).toHaveLength(1);
    expect(cardIn(first)).toMatchObject({ lang: 'fr' });
    expect(second.said).toEqual([]);
  });

  it('is said once in a team, too', async () => {
    const members = { type: 'conversationUpdate', id: 'u4', membersAdded: [BOT] };
    const installed = { type: 'installationUpdate', id: 'u5', action: 'add' };
    expect((await helper.deliver(added('channel', members))).said).toHaveLength(1);
    expect((await helper.deliver(added('channel', installed))).said).toEqual([]);
  });

  it('is not said when somebody else joins the team', async () => {
    const joined = { type: 'conversationUpdate', id: 'u3', membersAdded: [{ id: luc.id }] };
    expect((await helper.deliver(added('channel', joined))).said).toEqual([]);
  });
});
