import { describe, expect, it, vi } from 'vitest';
import { createBulkhead } from '../../src/teams/createBulkhead.js';
import { DeliveryTimeoutError } from '../../src/teams/deliveryTimeoutError.js';
import { disciplinePolicy } from '../../src/teams/disciplineConnector.js';
import { unwatched } from '../fakes/unwatched.js';

const start = () => {
  const deliveryFailed = vi.fn();
  const watch = { ...unwatched, deliveryFailed };
  const bulkhead = createBulkhead({ atOnce: 1, waiting: 9, patienceMs: 1000 });
  return { policy: disciplinePolicy(bulkhead, watch, 20), deliveryFailed };
};
const inThread = (thread: string) => ({
  url: `https://smba.trafficmanager.net/emea/v3/conversations/${thread}/activities/1`,
});

describe('a call to Teams', () => {
  it('ends when it takes too long, and makes room for the next', async () => {
    const { policy, deliveryFailed } = start();
    const hangs = () => new Promise<never>(() => undefined);
    await expect(policy.sendRequest(inThread('a'), hangs)).rejects.toThrow(DeliveryTimeoutError);
    expect(deliveryFailed).toHaveBeenCalledWith('timeout');
    expect(await policy.sendRequest(inThread('a'), async () => 'sent')).toBe('sent');
  });

  it('waits for others in its own thread alone', async () => {
    const { policy } = start();
    const slow = policy.sendRequest(inThread('a'), () => new Promise<never>(() => undefined));
    expect(await policy.sendRequest(inThread('b'), async () => 'sent')).toBe('sent');
    await expect(slow).rejects.toThrow(DeliveryTimeoutError);
  });

  it.each([
    [{ statusCode: 429 }, '429'],
    [{ name: 'AbortError' }, 'timeout'],
    [{ code: 'ECONNRESET' }, 'network'],
  ])('that fails is counted by its status: %o', async (error, status) => {
    const { policy, deliveryFailed } = start();
    const failing = policy.sendRequest(inThread('a'), () => Promise.reject(error as Error));
    await expect(failing).rejects.toBe(error);
    expect(deliveryFailed).toHaveBeenCalledWith(status);
  });
});
