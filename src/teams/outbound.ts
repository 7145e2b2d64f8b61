import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectorError } from './connector/connectorError.js';

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Worth another attempt, by Microsoft's advice for bots: too many requests, and failures on the
 * way. Everything else, 500 included, would fail again or might be done twice.
 */
const RETRYABLE = new Set([412, 429, 502, 503, 504]);

/**
 * Calls the connector, and again where that is worth it: after what `Retry-After` asks for, or
 * after a pause that doubles, with jitter so that many turns do not come back at once.
 */
export async function withRetries<T>(
  call: () => Promise<T>,
  { wait = sleep as (ms: number) => Promise<unknown>, random = Math.random } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (err) {
      const asked = err instanceof ConnectorError ? err.retryAfterMs : undefined;
      const pauseMs = asked ?? FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + random());
      if (attempt >= ATTEMPTS || !isRetryable(err) || pauseMs > LONGEST_PAUSE_MS) throw err;
      await wait(pauseMs);
    }
  }
}

function isRetryable(err: unknown): boolean {
  if (err instanceof ConnectorError) return isWorthAnother(err.statusCode);
  // Refused before anything was sent: nothing can be done twice.
  return (err as { code?: unknown }).code === 'ECONNREFUSED';
}

/** Whether a call that was answered so may be made again. */
export function isWorthAnother(statusCode: number): boolean {
  return RETRYABLE.has(statusCode);
}
