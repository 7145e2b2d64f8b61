import type { JWTPayload, RemoteJWKSet } from 'jose';
import { KeysUnreachableError } from './keysUnreachableError.js';
import { TokenError, type TokenProblem } from './tokenError.js';

const ISSUER = 'https://api.botframework.com';
const OPEN_ID_METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const CLOCK_SKEW_SECONDS = 5 * 60;
const KEYS_TIMEOUT_MS = 5_000;
/** The longest that Microsoft allows keys to be kept; an unknown one is asked for sooner. */
const KEYS_LAST_MS = 24 * 60 * 60 * 1000;

/** What a good token says. */
export interface VerifiedToken {
  claims: JWTPayload;
  /** The channels for which the key that signed it may speak. */
  endorsements: readonly string[];
}

/** Where the token has to fit the activity that came with it. */
interface ActivityOrigin {
  channelId?: string | undefined;
  serviceUrl?: string | undefined;
}

export type TokenVerifier = (authorization: string) => Promise<VerifiedToken>;

export interface VerifierOptions {
  /** Whom the tokens must be for. */
  appId: string;
  /** Microsoft's unless a test has an issuer of its own. */
  openIdMetadataUrl?: string | undefined;
  /** How long to wait for the issuer's keys. */
  timeoutMs?: number;
}

/**
 * Checks the tokens of the Bot Framework's connector as Microsoft asks for it
 * (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).
 * docs/decisions/006 says why botbuilder's own check is not used.
 */
export function createTokenVerifier({
  appId,
  openIdMetadataUrl = OPEN_ID_METADATA_URL,
  timeoutMs = KEYS_TIMEOUT_MS,
}: VerifierOptions): TokenVerifier {
  let keys: Promise<RemoteJWKSet> | undefined;
  const loadKeys = (): Promise<RemoteJWKSet> =>
    (keys ??= findKeys(openIdMetadataUrl, timeoutMs).catch((err: unknown) => {
      keys = undefined;
      throw new KeysUnreachableError(openIdMetadataUrl, err);
    }));

  /** @throws TokenError, KeysUnreachableError */
  return async (authorization) => {
    const [scheme, token, ...rest] = authorization.split(' ');
    if (authorization === '') throw new TokenError('missing');
    if (scheme !== 'Bearer' || !token || rest.length > 0) throw new TokenError('malformed');
    const { jwtVerify } = await import('jose');
    const remoteKeys = await loadKeys();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, remoteKeys, {
        issuer: ISSUER,
        audience: appId,
        algorithms: ['RS256', 'RS384', 'RS512'],
        clockTolerance: CLOCK_SKEW_SECONDS,
        requiredClaims: ['exp'],
      });
      const key = remoteKeys.jwks()?.keys.find(({ kid }) => kid === protectedHeader.kid);
      return { claims: payload, endorsements: endorsementsOf(key) };
    } catch (err) {
      const problem = problemOf(err);
      if (problem === undefined) throw new KeysUnreachableError(openIdMetadataUrl, err);
      throw new TokenError(problem, { cause: err });
    }
  };
}

/**
 * A good token of another channel, or for another place to answer to, is no good here.
 * @throws TokenError
 */
export function requireTokenFits(token: VerifiedToken, activity: ActivityOrigin): void {
  if (token.claims['serviceurl'] !== activity.serviceUrl) throw new TokenError('wrong service URL');
  if (!token.endorsements.includes(activity.channelId ?? '')) {
    throw new TokenError('not endorsed for the channel');
  }
}

async function findKeys(openIdMetadataUrl: string, timeoutMs: number): Promise<RemoteJWKSet> {
  const { createRemoteJWKSet } = await import('jose');
  const response = await fetch(openIdMetadataUrl, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const { jwks_uri } = (await response.json()) as { jwks_uri?: unknown };
  if (typeof jwks_uri !== 'string') throw new Error('it names no jwks_uri');
  return createRemoteJWKSet(new URL(jwks_uri), {
    timeoutDuration: timeoutMs,
    cacheMaxAge: KEYS_LAST_MS,
  });
}

function endorsementsOf(key: object | undefined): string[] {
  const { endorsements } = (key ?? {}) as { endorsements?: unknown };
  return Array.isArray(endorsements) ? endorsements.map(String) : [];
}

const PROBLEMS = new Map<string, TokenProblem>([
  ['ERR_JWT_EXPIRED', 'expired'],
  ['ERR_JWS_SIGNATURE_VERIFICATION_FAILED', 'wrong signature'],
  ['ERR_JWKS_NO_MATCHING_KEY', 'unknown key'],
  ['ERR_JWKS_MULTIPLE_MATCHING_KEYS', 'unknown key'],
  ['ERR_JOSE_ALG_NOT_ALLOWED', 'malformed'],
  ['ERR_JOSE_NOT_SUPPORTED', 'malformed'],
  ['ERR_JWS_INVALID', 'malformed'],
  ['ERR_JWT_INVALID', 'malformed'],
]);

const CLAIM_PROBLEMS = new Map<string, TokenProblem>([
  ['aud', 'wrong audience'],
  ['iss', 'wrong issuer'],
  ['nbf', 'not yet valid'],
]);

/** What jose found; undefined when it could not look, for want of keys. */
function problemOf(err: unknown): TokenProblem | undefined {
  const { code, claim } = err as { code?: string; claim?: string };
  if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED') {
    return CLAIM_PROBLEMS.get(claim ?? '') ?? 'malformed';
  }
  return PROBLEMS.get(code ?? '');
}
