import { setTimeout as sleep } from 'node:timers/promises';

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
      const pauseMs = retryAfterMs(err) ?? FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + random());
      if (attempt >= ATTEMPTS || !isRetryable(err) || pauseMs > LONGEST_PAUSE_MS) throw err;
      await wait(pauseMs);
    }
  }
}

function isRetryable(err: unknown): boolean {
  const { statusCode, code } = err as { statusCode?: number; code?: string };
  // Refused before anything was sent: nothing can be done twice.
  return statusCode === undefined ? code === 'ECONNREFUSED' : isWorthAnother(statusCode);
}

/** Whether a call that was answered so may be made again. */
export function isWorthAnother(statusCode: number): boolean {
  return RETRYABLE.has(statusCode);
}

/** For how long the connector wants to be left alone; undefined when it does not say. */
export function retryAfterMs(err: unknown): number | undefined {
  const { response } = err as { response?: { headers?: { get?(name: string): unknown } } };
  const value = response?.headers?.get?.('retry-after');
  const seconds = typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
