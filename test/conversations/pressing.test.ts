import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  actionsOf,
  ana,
  cardIn,
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

describe('a button on a card', () => {
  it('puts another card in the place of the first', async () => {
    const asked = await helper.inChannel(ana, 'my account is locked');
    const pressed = await helper.press(ana, asked.said[0]!, 'Forgotten password');
    expect(pressed.status).toBe(200);
    expect(pressed.body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect(wordsOn(cardIn(pressed))).toContain('password');
    expect(pressed.said).toEqual([]);
  });

  it('has a submit as fallback, which updates the message', async () => {
    const asked = await helper.inChannel(ana, 'my account is locked');
    const { fallback } = actionsOf(cardIn(asked)).find(({ verb }) => verb === 'in-language')!;
    expect(fallback).toMatchObject({ type: 'Action.Submit' });
    const submitted = await helper.inChannel(ana, '', {
      thread: asked.messageId,
      mention: false,
      activity: { value: fallback!.data, replyToId: asked.said[0]!.id, text: undefined },
    });
    expect(submitted.said).toMatchObject([{ method: 'PUT', id: asked.said[0]!.id }]);
    expect(cardIn(submitted)).toMatchObject({ lang: 'fr' });
  });

  it('offers every other language in one press', async () => {
    const asked = await helper.inChannel(luc, 'mon compte est bloqué');
    const titles = actionsOf(cardIn(asked)).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['English', 'Deutsch', 'Italiano', 'Español', 'Nederlands']),
    );
    const pressed = await helper.press(ana, asked.said[0]!, 'English');
    expect(cardIn(pressed)).toMatchObject({ lang: 'en' });
  });

  it('thanks for "this helped" and goes on after "this did not help"', async () => {
    const asked = await helper.inChannel(ana, 'my account is locked');
    const thanked = await helper.press(ana, asked.said[0]!, 'helped');
    expect(wordsOn(cardIn(thanked))).toContain('Thank you');
    const sorry = await helper.press(ana, asked.said[0]!, 'not-helped');
    expect(wordsOn(cardIn(sorry))).toContain('sorry');
    expect(actionsOf(cardIn(sorry)).length).toBeGreaterThan(1);
  });

  it('that means nothing gets a kind word, not an error', async () => {
    const asked = await helper.inChannel(ana, 'my account is locked');
    for (const action of [
      { verb: 'no-such-verb', data: {} },
      { verb: 'show-topic', data: { topic: 'gone', language: 'en' } },
      { verb: 'show-topic', data: 'nonsense' },
      { verb: 'constructor', data: {} },
      undefined,
    ]) {
      const turn = await helper.invoke(ana, asked.said[0]!, 'adaptiveCard/action', { action });
      expect(turn.status).toBe(200);
      expect(turn.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    }
  });
});

describe('what a button does', () => {
  it('can be typed as its number, its title or its meaning', async () => {
    makeUnsure(helper);
    const asked = await helper.inChannel(ana, 'something about the login');
    vi.restoreAllMocks();
    const options = { thread: asked.messageId };
    const chosen = await helper.inChannel(ana, '2', options);
    expect(actionsOf(cardIn(chosen)).map(({ verb }) => verb)).toContain('helped');
    const thanked = await helper.inChannel(ana, 'It helped!', options);
    expect(wordsOn(cardIn(thanked))).toContain('Thank you');
    const german = await helper.inChannel(ana, 'auf Deutsch', options);
    expect(cardIn(german)).toMatchObject({ lang: 'de' });
  });

  it('can be typed without a mention by the one who asked, in their thread', async () => {
    makeUnsure(helper);
    const asked = await helper.inChannel(ana, 'something about the login');
    vi.restoreAllMocks();
    const options = { thread: asked.messageId, mention: false };
    expect((await helper.inChannel(ana, '1', options)).said).toHaveLength(1);
    expect((await helper.inChannel(luc, '1', options)).said).toEqual([]);
  });
});
