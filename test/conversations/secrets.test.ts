import { afterEach, describe, expect, it, vi } from 'vitest';
import { APP_ID, startFakeIssuer, TEAMS } from '../fakes/fakeIssuer.js';
import { ana, startHelper, type Helper } from './harness.js';

let helper: Helper;
afterEach(async () => {
  vi.restoreAllMocks();
  await helper.close();
});

const WORDS = 'my account Zauberwort is locked';

const logged = () => JSON.stringify(helper.logged);

describe('the log', () => {
  it('has nothing of what people write, whatever goes wrong', async () => {
    helper = await startHelper();
    const [card] = (await helper.inChat(ana, WORDS)).said;
    await helper.press(ana, card!, 'Guide me step by step');
    await helper.invoke(ana, card!, 'adaptiveCard/action', { action: { verb: 'nonsense' } });
    await helper.deliver(`{"text":"${WORDS}"`);
    await helper.deliver({ type: 'message', text: WORDS });
    helper.connector.failNext({ status: 500 });
    await helper.inChat(ana, WORDS);
    helper.connector.failNext({ status: 500 }, { hangUp: true });
    await helper.inChat(ana, WORDS);
    vi.spyOn(helper.app.knowledge().matcher, 'match').mockImplementation(() => {
      throw new Error('planned failure');
    });
    await helper.inChat(ana, WORDS);
    expect(helper.logged.length).toBeGreaterThan(5);
    expect(logged()).not.toMatch(/zauberwort/i);
  });

  it('has neither the client secret nor a token, good or bad', async () => {
    const issuer = await startFakeIssuer();
    helper = await startHelper({
      openIdMetadataUrl: issuer.openIdMetadataUrl,
      env: { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'the-client-secret' },
    });
    const activity = {
      type: 'messageReaction',
      channelId: 'msteams',
      serviceUrl: TEAMS,
      from: { id: '29:ana' },
      conversation: { id: 'a:ana' },
    };
    for (const token of [await issuer.token(), await issuer.token({ forged: true }), 'eyJ.e30.x']) {
      await helper.deliver(activity, { authorization: `Bearer ${token}` });
      expect(logged()).not.toContain(token);
      for (const part of token.split('.')) {
        if (part.length > 20) expect(logged()).not.toContain(part);
      }
    }
    expect(logged()).not.toContain('the-client-secret');
    await issuer.close();
  });
});
