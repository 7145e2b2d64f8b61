import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ana, cardIn, gerda, luc, startHelper, wordsOn, type Helper } from './harness.js';

let helper: Helper;
beforeAll(async () => {
  helper = await startHelper({ deliverEveryMs: 20 });
});
afterAll(() => helper.close());

const saidIn = (conversationId: string, words: string) =>
  vi.waitFor(() => {
    const said = helper.connector.delivered
      .filter((each) => each.conversationId === conversationId)
      .map(({ id }) => wordsOn(helper.connector.cardOf(id)));
    expect(said.join('\n')).toContain(words);
  });

describe('whoever writes a password in the channel', () => {
  it('is told so alone, and is not shown up before the others', async () => {
    const turn = await helper.inChannel(ana, 'my password is Summer24 and I am locked out');
    await saidIn(`a:${ana.id}`, 'contain a password');
    expect(turn.said.map(({ id }) => wordsOn(helper.connector.cardOf(id))).join()).not.toMatch(
      /Summer24/,
    );
  });

  it('is told even when nobody had asked the bot', async () => {
    await helper.inChannel(luc, 'mon code est 482913, essayez', { mention: false });
    await saidIn(`a:${luc.id}`, 'contenir un code');
  });

  it('leaves no trace of it in the log', () => {
    expect(JSON.stringify(helper.logged)).not.toMatch(/Summer24|482913/);
  });
});

describe('"forget me"', () => {
  it('asks first, then deletes the language that was chosen, and confirms it', async () => {
    await helper.press(gerda, (await helper.inChat(gerda, 'language')).said.at(-1)!, 'Français');
    expect(cardIn(await helper.inChat(gerda, 'my account is locked'))).toMatchObject({
      lang: 'fr',
    });
    const asked = await helper.inChat(gerda, 'forget me');
    const done = await helper.press(gerda, asked.said.at(-1)!, 'forget-yes');
    expect(wordsOn(cardIn(done))).toMatch(/effacé/);
    expect(cardIn(await helper.inChat(gerda, 'my account is locked'))).toMatchObject({
      lang: 'en',
    });
  });

  it('keeps everything when it was not meant', async () => {
    const asked = await helper.inChat(ana, 'forget me');
    const kept = await helper.press(ana, asked.said.at(-1)!, 'forget-no');
    expect(wordsOn(cardIn(kept))).toContain('keep everything');
  });
});
