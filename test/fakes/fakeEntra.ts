import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { APP_ID } from './fakeIssuer.js';

export const TENANT = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
export const PERSON = '5b0f7a0e-9d7e-4c52-8f0b-2b7f6f6f3c11';

export interface EntraTokenOptions {
  /** Claims to change; `undefined` takes one out. */
  claims?: Record<string, unknown>;
  issuer?: string;
  audience?: string;
  /** From now, such as "10 minutes" or "-10 minutes". */
  expires?: string;
  /** Signs with a key that is not published. */
  forged?: boolean;
}

export interface FakeEntra {
  keysUrl: (tenant: string) => string;
  /** A moderator's good token, but for what `options` change. */
  token(options?: EntraTokenOptions): Promise<string>;
  /** The tenants whose keys were asked for. */
  asked: string[];
  close(): Promise<void>;
}

/** Entra's keys and tokens by an issuer of our own, over real HTTP. */
export async function startFakeEntra(): Promise<FakeEntra> {
  const own = await generateKeyPair('RS256', { extractable: true });
  const foreign = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(own.publicKey)), kid: 'own' }];
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(String(req.url).slice(1));
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    keysUrl: (tenant) => `http://127.0.0.1:${port}/${tenant}`,
    asked,
    token: ({ claims = {}, issuer, audience, expires, forged = false } = {}) => {
      const all = {
        tid: TENANT,
        oid: PERSON,
        name: 'Marie',
        scp: 'access_as_user',
        roles: ['Moderator'],
        ...claims,
      };
      const present = Object.entries(all).filter(([, value]) => value !== undefined);
      return new SignJWT(Object.fromEntries(present))
        .setProtectedHeader({ alg: 'RS256', kid: 'own' })
        .setIssuer(issuer ?? `https://login.microsoftonline.com/${TENANT}/v2.0`)
        .setAudience(audience ?? APP_ID)
        .setIssuedAt()
        .setExpirationTime(expires ?? '10 minutes')
        .sign((forged ? foreign : own).privateKey);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
