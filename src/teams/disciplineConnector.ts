import type { TurnContext } from 'botbuilder';
import type { Watch } from '../support/ports.js';
import { BulkheadFullError } from './bulkheadFullError.js';
import type { Bulkhead } from './createBulkhead.js';
import { DeliveryTimeoutError } from './deliveryTimeoutError.js';

/** The Bot Service gives a bot 10 to 15 s: a call that takes longer helps nobody. */
const CALL_TIMEOUT_MS = 8_000;

interface Request {
  url: string;
  timeout?: number;
}

interface Policy {
  name: string;
  sendRequest(request: Request, next: (request: Request) => Promise<unknown>): Promise<unknown>;
}

interface Pipeline {
  removePolicy(options: { name: string }): unknown;
  addPolicy(policy: Policy): void;
}

/**
 * Takes the turn's connector in hand: its own retry policy repeats what must not be repeated, and
 * it would wait for ever, be it for Teams or for a token of its own. Each thread has so many calls
 * at once and no more, so that a slow one does not hold up the others.
 */
export function disciplineConnector(
  context: TurnContext,
  { bulkhead, watch }: { bulkhead: Bulkhead; watch: Watch },
): void {
  const key = (context.adapter as unknown as { ConnectorClientKey: symbol }).ConnectorClientKey;
  const connector = context.turnState.get<{ client?: { pipeline?: Pipeline } }>(key);
  const pipeline = connector?.client?.pipeline;
  if (!pipeline) return;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy(disciplinePolicy(bulkhead, watch));
}

/** One call to the connector, the token it needs included: not too many, not too long, counted. */
export function disciplinePolicy(
  bulkhead: Bulkhead,
  watch: Watch,
  timeoutMs = CALL_TIMEOUT_MS,
): Policy {
  return {
    name: 'discipline',
    async sendRequest(request, next) {
      request.timeout = timeoutMs;
      try {
        return await bulkhead.run(threadOf(request.url), () =>
          watch.step('send', () => withDeadline(next(request), timeoutMs)),
        );
      } catch (err) {
        watch.deliveryFailed(statusOf(err));
        throw err;
      }
    },
  };
}

/** Service URL and conversation, as Teams counts calls as well. */
function threadOf(url: string): string {
  return url.split('/activities', 1)[0] ?? url;
}

async function withDeadline<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeliveryTimeoutError(timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function statusOf(err: unknown): string {
  const { statusCode, name } = err as { statusCode?: number; name?: string };
  if (statusCode !== undefined) return String(statusCode);
  if (err instanceof BulkheadFullError) return 'queue full';
  return err instanceof DeliveryTimeoutError || name === 'AbortError' ? 'timeout' : 'network';
}
