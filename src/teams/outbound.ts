import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';

/** The Bot Service gives a bot 10 to 15 s: a call that takes longer helps nobody. */
const CALL_TIMEOUT_MS = 8_000;
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Worth another attempt, by Microsoft's advice for bots: too many requests, and failures on the
 * way. Everything else, 500 included, would fail again or might be done twice.
 */
const RETRYABLE = new Set([412, 429, 502, 503, 504]);

interface Pipeline {
  removePolicy(options: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest(request: { timeout?: number }, next: (request: object) => unknown): unknown;
  }): void;
}

/**
 * Takes the turn's connector in hand: its own retry policy repeats what must not be repeated, and
 * it would wait for ever.
 */
export function disciplineConnector(context: TurnContext): void {
  const key = (context.adapter as unknown as { ConnectorClientKey: symbol }).ConnectorClientKey;
  const connector = context.turnState.get<{ client?: { pipeline?: Pipeline } }>(key);
  const pipeline = connector?.client?.pipeline;
  if (!pipeline) return;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'callTimeout',
    sendRequest: (request, next) => {
      request.timeout = CALL_TIMEOUT_MS;
      return next(request);
    },
  });
}

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
  return statusCode === undefined ? code === 'ECONNREFUSED' : RETRYABLE.has(statusCode);
}

function retryAfterMs(err: unknown): number | undefined {
  const { response } = err as { response?: { headers?: { get?(name: string): unknown } } };
  const value = response?.headers?.get?.('retry-after');
  const seconds = typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
