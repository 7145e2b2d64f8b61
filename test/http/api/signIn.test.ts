import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeamsSignIn } from '../../../src/http/signIn/createTeamsSignIn.js';
import { APP_ID } from '../../fakes/fakeIssuer.js';
import { PERSON, startFakeEntra, TENANT, type FakeEntra } from '../../fakes/fakeEntra.js';
import { signInLocally } from '../../../src/http/signIn/localSignIn.js';
import { startApi, type Api } from './startApi.js';

const OTHER_TENANT = '11111111-2222-4333-8444-555555555555';
const ADMIN_ID = 'd1c0de52-6c0b-4a0e-8a57-0f6d3b1c9a42';

let entra: FakeEntra;
let api: Api;

beforeAll(async () => {
  entra = await startFakeEntra();
  api = await startApi(
    createTeamsSignIn({
      audiences: [APP_ID, `api://helper.example.org/botid-${APP_ID}`],
      tenants: [TENANT],
      moderators: [],
      admins: [ADMIN_ID],
      keysUrl: entra.keysUrl,
    }),
  );
});
afterAll(async () => {
  await api.close();
  await entra.close();
});

type Options = Parameters<FakeEntra['token']>[0];
const askWith = async (options: Options, path = 'me') =>
  api.ask('GET', path, undefined, { Authorization: `Bearer ${await entra.token(options)}` });

describe('whoever signs in through Teams', () => {
  it('is let in with a good token, as who they are', async () => {
    const { status, body } = await askWith({});
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Marie', id: PERSON, roles: ['moderator'] });
  });

  it('is let in with a token for the address under which the app is exposed', async () => {
    const audience = `api://helper.example.org/botid-${APP_ID}`;
    expect((await askWith({ audience })).status).toBe(200);
  });

  it('is an admin when the environment names them, whatever their app roles', async () => {
    const { body } = await askWith({ claims: { oid: ADMIN_ID.toUpperCase(), roles: undefined } });
    expect(body.roles).toEqual(['moderator', 'admin']);
  });

  it('gets no data without a role', async () => {
    for (const path of ['me', 'cases', 'insights', 'knowledge', 'events', 'outbox']) {
      const { status, body } = await askWith({ claims: { roles: ['Reader'] } }, path);
      expect([path, status]).toEqual([path, 403]);
      expect(Object.keys(body)).toEqual(['code', 'error']);
    }
  });

  it('gets nothing that is an admin’s as a moderator', async () => {
    for (const path of ['knowledge', 'knowledge/revisions', 'outbox']) {
      expect((await askWith({}, path)).status).toBe(403);
    }
  });

  it.each<[string, Options]>([
    ['of another tenant', { claims: { tid: OTHER_TENANT } }],
    [
      'of another tenant with its issuer',
      {
        claims: { tid: OTHER_TENANT },
        issuer: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`,
      },
    ],
    ['that names no tenant', { claims: { tid: undefined } }],
    ['that names a path as its tenant', { claims: { tid: '../common' } }],
    ['for another app', { audience: 'api://somebody-else' }],
    ['that has expired', { expires: '-10 minutes' }],
    ['of another issuer', { issuer: 'https://sts.windows.net/evil/' }],
    ['of version 1.0', { issuer: `https://sts.windows.net/${TENANT}/` }],
    ['signed by somebody else', { forged: true }],
    ['of a program, not a person', { claims: { scp: undefined, roles: ['Admin'] } }],
    ['for another permission', { claims: { scp: 'User.Read' } }],
    ['of nobody', { claims: { oid: undefined } }],
  ])('is refused with a token %s', async (_name, options) => {
    const { status, body } = await askWith(options);
    expect(status).toBe(401);
    expect(body).toEqual({
      code: 'sign-in-refused',
      error: expect.stringMatching(/^Sign in first/),
      reason: 'token-refused',
    });
  });

  it('is refused without a token, with half of one, and with a role of local mode', async () => {
    for (const headers of [
      {},
      { Authorization: 'Bearer' },
      { Authorization: 'Bearer a.b.c' },
      { Authorization: `Basic ${Buffer.from('a:b').toString('base64')}` },
      { 'X-Local-Role': 'admin' },
      { Cookie: `token=${await entra.token()}` },
    ]) {
      expect((await api.ask('GET', 'me', undefined, headers)).status).toBe(401);
    }
  });

  it('does not make the program ask for keys of any tenant that a token names', () => {
    expect(new Set(entra.asked)).toEqual(new Set([TENANT]));
  });

  it('is refused before the body is looked at', async () => {
    const { status } = await api.ask('POST', 'knowledge/publish', { edits: 'x' }, {});
    expect(status).toBe(401);
  });
});

describe('a sign-in in local mode', () => {
  const signIn = (name?: string) =>
    signInLocally({
      'x-local-role': 'admin',
      ...(name === undefined ? {} : { 'x-local-name': name }),
    });

  it('goes by the role alone, or by a name of one’s own', async () => {
    expect(await signIn()).toMatchObject({ id: 'local-admin', name: 'Local admin' });
    expect(await signIn('')).toMatchObject({ id: 'local-admin', name: 'Local admin' });
    expect(await signIn(encodeURIComponent('Zoë O’Brien'))).toEqual({
      id: 'local-admin Zoë O’Brien',
      name: 'Zoë O’Brien',
      roles: ['moderator', 'admin'],
    });
  });

  it.each([undefined, '', 'operator', ['admin', 'moderator']])(
    'wants a role to be chosen first, where it is %s',
    async (role) => {
      await expect(signInLocally({ 'x-local-role': role })).rejects.toMatchObject({
        reason: 'role-not-chosen',
      });
    },
  );

  it.each(['%', '<b>', '%3Cb%3E', 'a%0Ab', '7', 'x'.repeat(41)])(
    'takes no %s for a name',
    async (name) => {
      await expect(signIn(name)).rejects.toThrow('X-Local-Name must be a name');
    },
  );
});
