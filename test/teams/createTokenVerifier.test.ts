import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createTokenVerifier } from '../../src/teams/tokens/createTokenVerifier.js';
import { KeysUnreachableError } from '../../src/teams/tokens/keysUnreachableError.js';
import { APP_ID, startFakeIssuer } from '../fakes/fakeIssuer.js';

const issuer = await startFakeIssuer();
const silent = createServer(() => undefined);
await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
afterEach(async () => {
  silent.closeAllConnections();
  silent.close();
  await issuer.close();
});

describe('an issuer that never answers', () => {
  it('is not waited for', async () => {
    const { port } = silent.address() as AddressInfo;
    const verify = createTokenVerifier({
      appId: APP_ID,
      openIdMetadataUrl: `http://127.0.0.1:${port}/`,
      timeoutMs: 50,
    });
    await expect(verify(`Bearer ${await issuer.token()}`)).rejects.toThrow(KeysUnreachableError);
  });
});
