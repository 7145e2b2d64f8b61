import { afterEach, describe, expect, it } from 'vitest';
import { ana, cardIn, gerda, luc, startHelper, wordsOn, type Helper } from './harness.js';

let helper: Helper;
afterEach(() => helper.close());

const LOCKED = 'my account is locked';

describe('a person who writes too much', () => {
  it('is told so once, kindly, and others are answered as before', async () => {
    helper = await startHelper({ env: { MESSAGES_PER_PERSON: '2' } });
    for (let time = 0; time < 2; time++) {
      expect((await helper.inChat(gerda, LOCKED)).said).toHaveLength(1);
    }
    const told = await helper.inChat(gerda, LOCKED);
    expect(wordsOn(cardIn(told))).toContain('Bitte warten Sie eine Minute');
    expect((await helper.inChat(gerda, LOCKED)).said).toEqual([]);
    expect((await helper.inChat(ana, LOCKED)).said).toHaveLength(1);
  });

  it('hears it at every button, since a button waits for an answer', async () => {
    helper = await startHelper({ env: { MESSAGES_PER_PERSON: '1' } });
    const [card] = (await helper.inChat(ana, LOCKED)).said;
    for (let time = 0; time < 2; time++) {
      const pressed = await helper.press(ana, card!, 'Guide me step by step');
      expect(JSON.stringify(pressed.body)).toContain('Please wait a minute');
      expect(pressed.said).toEqual([]);
    }
  });
});

describe('a thread in which too much is written', () => {
  it('is told so once, and other threads are answered as before', async () => {
    helper = await startHelper({ env: { MESSAGES_PER_THREAD: '1' } });
    await helper.inChannel(ana, LOCKED, { thread: '1' });
    const told = await helper.inChannel(luc, LOCKED, { thread: '1' });
    expect(wordsOn(cardIn(told))).toContain('Veuillez attendre une minute');
    expect((await helper.inChannel(luc, LOCKED, { thread: '1' })).said).toEqual([]);
    expect((await helper.inChannel(luc, LOCKED, { thread: '2' })).said).toHaveLength(1);
  });

  it('does not hear of it when nobody spoke to the bot', async () => {
    helper = await startHelper({ env: { MESSAGES_PER_THREAD: '1' } });
    await helper.inChannel(ana, 'see you there', { thread: '1', mention: false });
    const turn = await helper.inChannel(luc, 'yes, see you', { thread: '1', mention: false });
    expect(turn.said).toEqual([]);
  });
});

describe('a team that is not the bot’s own', () => {
  const ELSEWHERE = { env: { ALLOWED_TEAMS: '19:home@thread.tacv2, group-of-home' } };
  const inTeam = (team: object) => ({
    activity: { channelData: { team, channel: { id: '19:channel@thread.tacv2' } } },
  });

  it('is told so once, when somebody speaks to the bot', async () => {
    helper = await startHelper(ELSEWHERE);
    const overheard = await helper.inChannel(ana, LOCKED, { mention: false });
    expect(overheard.said).toEqual([]);
    const told = await helper.inChannel(ana, LOCKED);
    expect(wordsOn(cardIn(told))).toContain('I am not set up for this team');
    expect((await helper.inChannel(ana, LOCKED)).said).toEqual([]);
  });

  it('is told so instead of hello', async () => {
    helper = await startHelper(ELSEWHERE);
    const added = await helper.inChannel(ana, '', {
      activity: { type: 'installationUpdate', action: 'add', text: undefined },
    });
    expect(wordsOn(cardIn(added))).toContain('I am not set up for this team');
  });

  it.each([
    ['its thread id', { id: '19:home@thread.tacv2' }],
    ['its group id', { id: '19:else@thread.tacv2', aadGroupId: 'group-of-home' }],
  ])('is another matter than the own one, known by %s, and than chats', async (_by, team) => {
    helper = await startHelper(ELSEWHERE);
    const atHome = await helper.inChannel(ana, LOCKED, inTeam(team));
    expect(wordsOn(cardIn(atHome))).not.toContain('not set up');
    const chat = await helper.inChat(ana, LOCKED);
    expect(wordsOn(cardIn(chat))).not.toContain('not set up');
  });
});
