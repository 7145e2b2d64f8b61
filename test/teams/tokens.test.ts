import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHelper, type Helper } from '../conversations/harness.js';

const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const ISSUER = 'https://api.botframework.com';
const TEAMS = 'https://smba.trafficmanager.net/emea/';

let issuer: Server;
let helper: Helper;
let key: CryptoKey;
let foreignKey: CryptoKey;

/** An issuer of our own, in the place of login.botframework.com. */
async function startIssuer(): Promise<string> {
  const own = await generateKeyPair('RS256', { extractable: true });
  const foreign = await generateKeyPair('RS256');
  key = own.privateKey;
  foreignKey = foreign.privateKey;
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', endorsements: ['msteams'] };
  issuer = createServer((req, res) => {
    const { port } = issuer.address() as AddressInfo;
    res.setHeader('Content-Type', 'application/json');
    res.end(
      JSON.stringify(
        req.url === '/keys'
          ? { keys: [jwk] }
          : { issuer: ISSUER, jwks_uri: `http://127.0.0.1:${port}/keys` },
      ),
    );
  });
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/openid`;
}

beforeAll(async () => {
  const openIdMetadataUrl = await startIssuer();
  helper = await startHelper({
    openIdMetadataUrl,
    env: { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'secret' },
  });
});
afterAll(async () => {
  await helper.close();
  issuer.close();
});

interface TokenOptions {
  issuer?: string;
  audience?: string;
  serviceUrl?: string;
  expires?: string;
  signWith?: CryptoKey;
  kid?: string;
}

const token = (options: TokenOptions = {}) =>
  new SignJWT({ serviceurl: options.serviceUrl ?? TEAMS })
    .setProtectedHeader({ alg: 'RS256', kid: options.kid ?? 'own' })
    .setIssuer(options.issuer ?? ISSUER)
    .setAudience(options.audience ?? APP_ID)
    .setIssuedAt()
    .setNotBefore('-2 minutes')
    .setExpirationTime(options.expires ?? '10 minutes')
    .sign(options.signWith ?? key);

/** An activity that makes the bot say nothing, so that no call leaves the machine. */
const deliver = async (authorization?: string, channelId = 'msteams') => {
  const activity = {
    type: 'message',
    channelId,
    serviceUrl: TEAMS,
    from: { id: '29:ana' },
    recipient: { id: '28:bot' },
    conversation: { id: '19:c@thread.tacv2;messageid=1', conversationType: 'channel' },
    text: 'see you at the assembly',
  };
  return helper.deliver(activity, authorization === undefined ? {} : { authorization });
};

describe('a request with the credentials of a real bot', () => {
  it('is let in with a token of the Bot Framework for this bot', async () => {
    expect((await deliver(`Bearer ${await token()}`)).status).toBe(200);
  });

  it.each([
    ['no token', async () => undefined],
    ['something that is no token', async () => 'Bearer nonsense'],
    ['another scheme', async () => `Basic ${await token()}`],
    ['an expired token', async () => `Bearer ${await token({ expires: '-10 minutes' })}`],
    ['a wrong signature', async () => `Bearer ${await token({ signWith: foreignKey })}`],
    ['an unknown key', async () => `Bearer ${await token({ kid: 'other' })}`],
    ['another audience', async () => `Bearer ${await token({ audience: 'another-bot' })}`],
    ['another issuer', async () => `Bearer ${await token({ issuer: 'https://evil.example' })}`],
    [
      'another service URL',
      async () => `Bearer ${await token({ serviceUrl: 'https://x.example/' })}`,
    ],
  ])('is refused with 401 and one line in the log: %s', async (_name, authorization) => {
    const before = helper.logged.length;
    expect((await deliver(await authorization())).status).toBe(401);
    const lines = helper.logged.slice(before).filter(({ level }) => Number(level) >= 40);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('eyJ');
  });

  it('is refused when its key is not endorsed for the channel', async () => {
    expect((await deliver(`Bearer ${await token()}`, 'facebook')).status).toBe(401);
  });
});
