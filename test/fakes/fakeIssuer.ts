import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

export const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const ISSUER = 'https://api.botframework.com';
export const TEAMS = 'https://smba.trafficmanager.net/emea/';

export interface TokenOptions {
  issuer?: string;
  audience?: string;
  serviceUrl?: string;
  /** From now, such as "10 minutes" or "-10 minutes". */
  expires?: string;
  notBefore?: string;
  kid?: string;
  /** Signs with a key that is not published. */
  forged?: boolean;
}

export interface FakeIssuer {
  openIdMetadataUrl: string;
  /** A good token of the Bot Framework for this bot, but for what `options` change. */
  token(options?: TokenOptions): Promise<string>;
  /** From now on the issuer does not answer, or does again. */
  setSilent(silent: boolean): void;
  close(): Promise<void>;
}

/** An issuer of our own in the place of login.botframework.com, over real HTTP. */
export async function startFakeIssuer(): Promise<FakeIssuer> {
  const own = await generateKeyPair('RS256', { extractable: true });
  const foreign = await generateKeyPair('RS256');
  const publicKey = await exportJWK(own.publicKey);
  const keys = [
    { ...publicKey, kid: 'own', endorsements: ['msteams'] },
    { ...publicKey, kid: 'without-endorsements' },
  ];
  let silent = false;
  const server: Server = createServer((req, res) => {
    res.statusCode = silent ? 503 : 200;
    const { port } = server.address() as AddressInfo;
    const metadata = { issuer: ISSUER, jwks_uri: `http://127.0.0.1:${port}/keys` };
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify(req.url === '/keys' ? { keys } : metadata));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const keyOf = ({ forged = false }: TokenOptions): CryptoKey =>
    forged ? foreign.privateKey : own.privateKey;

  return {
    openIdMetadataUrl: `http://127.0.0.1:${port}/openid`,
    token: (options = {}) =>
      new SignJWT({ serviceurl: options.serviceUrl ?? TEAMS })
        .setProtectedHeader({ alg: 'RS256', kid: options.kid ?? 'own' })
        .setIssuer(options.issuer ?? ISSUER)
        .setAudience(options.audience ?? APP_ID)
        .setIssuedAt()
        .setNotBefore(options.notBefore ?? '-2 minutes')
        .setExpirationTime(options.expires ?? '10 minutes')
        .sign(keyOf(options)),
    setSilent: (now) => (silent = now),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
