import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startHelper, type Helper } from '../conversations/harness.js';
import { APP_ID, startFakeIssuer, TEAMS, type FakeIssuer } from '../fakes/fakeIssuer.js';

let issuer: FakeIssuer;
let helper: Helper;

const TENANT = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const env = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
};

beforeAll(async () => {
  issuer = await startFakeIssuer();
  helper = await startHelper({ openIdMetadataUrl: issuer.openIdMetadataUrl, env });
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await helper.close();
  await issuer.close();
});

const bearer = async (...options: Parameters<FakeIssuer['token']>) =>
  `Bearer ${await issuer.token(...options)}`;

/** An activity that makes the bot say nothing, so that no call leaves the machine. */
const SILENT = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: TEAMS,
  from: { id: '29:ana' },
  recipient: { id: '28:bot' },
  conversation: {
    id: '19:c@thread.tacv2;messageid=1',
    conversationType: 'channel',
    tenantId: TENANT,
  },
  channelData: { tenant: { id: TENANT } },
  text: 'see you at the assembly',
};

const deliver = (authorization?: string, fields: object = {}, to = helper) =>
  to.deliver({ ...SILENT, ...fields }, authorization === undefined ? {} : { authorization });

const warnings = (of = helper) => of.logged.filter(({ level }) => Number(level) >= 40);

describe('a request with the credentials of a real bot', () => {
  it('is let in with a token of the Bot Framework for this bot', async () => {
    expect((await deliver(await bearer())).status).toBe(200);
  });

  it.each([
    ['no token', async () => undefined, 'missing'],
    ['something that is no token', async () => 'Bearer nonsense', 'malformed'],
    ['another scheme', async () => `Basic ${await issuer.token()}`, 'malformed'],
    ['an unsigned token', async () => `Bearer ${unsigned()}`, 'malformed'],
    ['an expired token', () => bearer({ expires: '-10 minutes' }), 'expired'],
    ['a token from the future', () => bearer({ notBefore: '10 minutes' }), 'not yet valid'],
    ['a wrong signature', () => bearer({ forged: true }), 'wrong signature'],
    ['an unknown key', () => bearer({ kid: 'other' }), 'unknown key'],
    ['another audience', () => bearer({ audience: 'another-bot' }), 'wrong audience'],
    ['another issuer', () => bearer({ issuer: 'https://evil.example' }), 'wrong issuer'],
    ['another service URL', () => bearer({ serviceUrl: 'https://x.example/' }), 'service URL'],
    ['an unendorsed key', () => bearer({ kid: 'without-endorsements' }), 'not endorsed'],
  ])('is refused with 401 and one line in the log: %s', async (_name, authorization, problem) => {
    const printed = ['error', 'warn', 'log'].map((name) =>
      vi.spyOn(console, name as 'error').mockImplementation(() => undefined),
    );
    const before = warnings().length;
    expect((await deliver(await authorization())).status).toBe(401);
    const lines = warnings().slice(before);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.['problem']).toContain(problem);
    // Neither a stack, nor a key, nor the token.
    expect(JSON.stringify(lines)).not.toMatch(/eyJ|BEGIN|\bat .*\.js/);
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  });

  it('is refused when its key is not endorsed for the channel', async () => {
    expect((await deliver(await bearer(), { channelId: 'facebook' })).status).toBe(401);
  });

  it('is refused before its body is read', async () => {
    const { status } = await helper.deliver('{"no JSON');
    expect(status).toBe(401);
  });

  it('is answered once, however often it is replayed', async () => {
    const authorization = await bearer();
    const ask = vi.spyOn(helper.app.knowledge().matcher, 'match');
    for (let time = 0; time < 3; time++) {
      expect((await deliver(authorization, { id: 'replayed' })).status).toBe(200);
    }
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe('a request from where the bot does not answer', () => {
  it.each([
    ['another tenant', { conversation: { ...SILENT.conversation, tenantId: 'other' } }],
    ['another tenant in one of two places', { channelData: { tenant: { id: 'other' } } }],
    ['no tenant', { conversation: { id: '19:c' }, channelData: {} }],
  ])('is refused with 403 and one line in the log: %s', async (_name, fields) => {
    const before = warnings().length;
    expect((await deliver(await bearer(), fields)).status).toBe(403);
    expect(warnings().slice(before)).toHaveLength(1);
  });

  it.each([
    'https://evil.example/',
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'http://127.0.0.1:3978/',
  ])('is refused with 403 though its token says the same: %s', async (serviceUrl) => {
    const authorization = await bearer({ serviceUrl });
    expect((await deliver(authorization, { serviceUrl })).status).toBe(403);
  });
});

describe('keys that cannot be had', () => {
  it('make nobody welcome, until they can be had again', async () => {
    const late = await startHelper({ openIdMetadataUrl: issuer.openIdMetadataUrl, env });
    issuer.setSilent(true);
    expect((await deliver(await bearer(), {}, late)).status).toBe(503);
    expect(warnings(late)).toHaveLength(1);
    issuer.setSilent(false);
    expect((await deliver(await bearer(), {}, late)).status).toBe(200);
    await late.close();
  });
});

describe('an address that collects refusals', () => {
  it('is turned away without a line each, and a good token gets in all the same', async () => {
    const flooded = await startHelper({ openIdMetadataUrl: issuer.openIdMetadataUrl, env });
    const statuses = [];
    for (let time = 0; time < 80; time++) {
      statuses.push((await deliver('Bearer nonsense', {}, flooded)).status);
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(401));
    expect(statuses.at(-1)).toBe(429);
    expect(warnings(flooded).length).toBeLessThan(70);
    expect((await deliver(await bearer(), {}, flooded)).status).toBe(200);
    await flooded.close();
  });
});

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'https://api.botframework.com', aud: APP_ID, exp: 4e9, serviceurl: TEAMS };
  return `${part({ alg: 'none', kid: 'own' })}.${part(claims)}.`;
}
