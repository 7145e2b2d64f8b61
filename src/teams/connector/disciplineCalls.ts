import type { Watch } from '../../support/ports.js';
import { BulkheadFullError } from './bulkheadFullError.js';
import type { CallConnector } from './connectorHttp.js';
import type { Bulkhead } from './createBulkhead.js';
import { DeliveryTimeoutError } from './deliveryTimeoutError.js';

/**
 * Calls to the connector, each with the token it needs: not too many, not too long, counted. Each
 * thread has so many at once and no more, so that a slow one does not hold up the others.
 */
export function disciplineCalls(
  call: CallConnector,
  { bulkhead, watch, timeoutMs }: { bulkhead: Bulkhead; watch: Watch; timeoutMs: number },
): CallConnector {
  return async (request) => {
    try {
      return await bulkhead.run(threadOf(request.url), () =>
        watch.step('send', () => withDeadline(call(request), timeoutMs)),
      );
    } catch (err) {
      watch.deliveryFailed(statusOf(err));
      throw err;
    }
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
  const { statusCode } = err as { statusCode?: number };
  if (statusCode !== undefined) return String(statusCode);
  if (err instanceof BulkheadFullError) return 'queue full';
  return err instanceof DeliveryTimeoutError ? 'timeout' : 'network';
}
