import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ana, BOT, cardIn, luc, startHelper, wordsOn, type Helper } from './harness.js';

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => helper.close());

const breakMatching = () =>
  vi.spyOn(helper.app.knowledge().matcher, 'match').mockImplementation(() => {
    throw new Error('planned failure');
  });

describe('a second delivery of an activity', () => {
  it('is acknowledged and dropped', async () => {
    const activity = {
      type: 'message',
      id: 'delivered-twice',
      channelId: 'msteams',
      serviceUrl: helper.connector.url,
      from: { id: ana.id },
      recipient: BOT,
      conversation: { id: 'a:twice', conversationType: 'personal' },
      text: 'my account is locked',
    };
    const [first, second] = await Promise.all([helper.deliver(activity), helper.deliver(activity)]);
    const third = await helper.deliver(activity);
    expect([first.status, second.status, third.status]).toEqual([200, 200, 200]);
    const sent = helper.connector.delivered.filter(
      ({ conversationId }) => conversationId === 'a:twice',
    );
    expect(sent).toHaveLength(1);
  });

  it('is dropped after a restart as well', async () => {
    const { mkdtemp } = await import('node:fs/promises');
    const dataFolder = await mkdtemp('/tmp/helper-restart-');
    const activity = { id: 'before-the-restart' };
    const before = await startHelper({ dataFolder });
    expect((await before.inChat(ana, 'my account is locked', { activity })).said).toHaveLength(1);
    await before.close();
    const after = await startHelper({ dataFolder });
    expect((await after.inChat(ana, 'my account is locked', { activity })).said).toEqual([]);
    await after.close();
  });
});

describe('an activity that no honest Teams would send', () => {
  it.each(['\ud800', 'a\u0000b'])('is refused when its conversation is %j', async (id) => {
    const conversation = { id, conversationType: 'personal' };
    const turn = await helper.inChat(ana, 'my account is locked', { activity: { conversation } });
    expect(turn).toMatchObject({ status: 400, said: [] });
    expect(turn.body).toMatchObject({ error: expect.stringContaining('conversation.id') });
  });
});

describe('a failure inside a turn', () => {
  it('apologises with a reference that the log has too', async () => {
    breakMatching();
    const turn = await helper.inChat(luc, 'mon compte est bloqué');
    expect(turn.status).toBe(200);
    expect(cardIn(turn)).toMatchObject({ lang: 'fr' });
    const failure = helper.logged.findLast(({ msg }) => msg === 'a turn failed')!;
    expect(failure['reference']).toMatch(/^[0-9A-F]{8}$/);
    expect(wordsOn(cardIn(turn))).toContain(failure['reference']);
    expect(failure).toMatchObject({ err: { message: 'planned failure' } });
  });

  it('is answered with 500 when nothing could be said, and a second delivery tries again', async () => {
    helper.connector.failNext({ status: 500 }, { status: 500 });
    const activity = { id: 'nothing-said' };
    const first = await helper.inChat(ana, 'my account is locked', { activity });
    expect(first.status).toBe(500);
    const second = await helper.inChat(ana, 'my account is locked', { activity });
    expect(second.said).toHaveLength(1);
  });
});

describe('bad input', () => {
  it.each([
    ['no JSON', '{"type":'],
    ['a list', []],
    ['a number', 7],
    ['nothing', {}],
    ['no conversation', { type: 'message', serviceUrl: 'http://127.0.0.1:1/', text: 'hello' }],
    ['a wrong type', { type: 7, serviceUrl: 5, conversation: 'x' }],
  ])('is refused with 400: %s', async (_name, body) => {
    const turn = await helper.deliver(body);
    expect(turn.status).toBe(400);
    expect(JSON.stringify(turn.body).length).toBeGreaterThan(10);
  });

  it('does not keep the next person from being answered', async () => {
    for (const odd of [
      { text: null, entities: null, attachments: null, from: null, channelData: null },
      { text: '', entities: [null, 7, { type: 'mention' }], attachments: ['x', null] },
      { text: '🤷'.repeat(3000), value: [] },
      { type: 'invoke', name: 'unknown/thing' },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'conversationUpdate', membersAdded: 'me' },
      { type: '__proto__' },
    ]) {
      const { status } = await helper.inChat(ana, 'x', { activity: odd });
      expect(status, JSON.stringify(odd)).toBeLessThan(502);
    }
    expect((await helper.inChat(ana, 'my account is locked')).said).toHaveLength(1);
  });

  it('too large is refused with 413', async () => {
    const turn = await helper.deliver({ text: 'x'.repeat(600_000) });
    expect(turn.status).toBe(413);
  });
});
