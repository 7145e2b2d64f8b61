import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { Role, SignIn } from './caller.js';
import { rolesUpTo } from './localSignIn.js';
import { SignInError } from './signInError.js';

const LOGIN = 'https://login.microsoftonline.com';
const CLOCK_SKEW_SECONDS = 60;
const KEYS_TIMEOUT_MS = 5_000;
/** The permission that docs/install.md has the administrator expose, and Teams asks for. */
const SCOPE = 'access_as_user';
const TENANT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface TeamsSignInOptions {
  /** Whom a token must be for: the app's id, or the address it was exposed under. */
  audiences: readonly string[];
  /** Tenants whose people may sign in, in lower case. */
  tenants: readonly string[];
  /** Object ids of people who have a role without an app role of Entra, in lower case. */
  moderators: readonly string[];
  admins: readonly string[];
  /** Where a tenant publishes its keys; Microsoft's unless a test has an issuer of its own. */
  keysUrl?: ((tenant: string) => string) | undefined;
}

/**
 * Checks the token that Teams' single sign-on gives to the tab: an access token of Entra, version
 * 2.0 (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
 */
export function createTeamsSignIn({
  audiences,
  tenants,
  moderators,
  admins,
  keysUrl = (tenant) => `${LOGIN}/${tenant}/discovery/v2.0/keys`,
}: TeamsSignInOptions): SignIn {
  const keysOf = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysFor = (tenant: string): Promise<JWTVerifyGetKey> => {
    const known = keysOf.get(tenant) ?? loadKeys(keysUrl(tenant));
    keysOf.set(tenant, known);
    return known;
  };
  const roleOf = (person: string, appRoles: unknown): Role | undefined => {
    const given = Array.isArray(appRoles) ? appRoles : [];
    if (given.includes('Admin') || admins.includes(person)) return 'admin';
    if (given.includes('Moderator') || moderators.includes(person)) return 'moderator';
    return undefined;
  };

  return async (headers) => {
    const token = /^Bearer ([\w.-]+)$/.exec(String(headers['authorization'] ?? ''))?.[1];
    if (token === undefined) throw new SignInError('token-refused', 'no token was sent');
    const tenant = await tenantNamedIn(token);
    // Only now may the token say whose keys are asked for: no others than these tenants'.
    if (!tenants.includes(tenant))
      throw new SignInError('token-refused', 'the token is of another tenant');
    const { oid, name, scp, roles, tid } = await verify(token, await keysFor(tenant), {
      issuer: `${LOGIN}/${tenant}/v2.0`,
      audiences,
    });
    if (tid !== tenant) throw new SignInError('token-refused', 'the token is of another tenant');
    // A program's own token has no scope: a person must be behind it.
    if (typeof oid !== 'string' || !String(scp).split(' ').includes(SCOPE)) {
      throw new SignInError('token-refused', `the token lacks the permission ${SCOPE}`);
    }
    const role = roleOf(oid.toLowerCase(), roles);
    return {
      id: oid.toLowerCase(),
      name: typeof name === 'string' ? name : 'Moderator',
      roles: role === undefined ? [] : rolesUpTo(role),
    };
  };
}

async function loadKeys(url: string): Promise<JWTVerifyGetKey> {
  // Loading it takes time that a start need not spend.
  const { createRemoteJWKSet } = await import('jose');
  return createRemoteJWKSet(new URL(url), { timeoutDuration: KEYS_TIMEOUT_MS });
}

/** The tenant that an unverified token claims to be of. */
async function tenantNamedIn(token: string): Promise<string> {
  const { decodeJwt } = await import('jose');
  try {
    const tenant = String(decodeJwt(token)['tid']);
    if (TENANT_ID.test(tenant)) return tenant;
  } catch (cause) {
    throw new SignInError('token-refused', 'the token cannot be read', { cause });
  }
  throw new SignInError('token-refused', 'the token is of another tenant');
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audiences }: { issuer: string; audiences: readonly string[] },
): Promise<JWTPayload> {
  const { jwtVerify } = await import('jose');
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: [...audiences],
      algorithms: ['RS256'],
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (cause) {
    const { code, claim } = cause as { code?: string; claim?: string };
    throw new SignInError(
      'token-refused',
      REASONS.get(claim ?? code ?? '') ?? 'the token could not be verified',
      {
        cause,
      },
    );
  }
}

const REASONS = new Map([
  ['exp', 'the token has expired'],
  ['aud', 'the token is for another app'],
  ['iss', 'the token is of another issuer'],
  ['nbf', 'the token is not valid yet'],
  ['ERR_JWS_SIGNATURE_VERIFICATION_FAILED', 'the signature is wrong'],
  ['ERR_JWKS_NO_MATCHING_KEY', 'nobody knows the key it was signed with'],
]);
