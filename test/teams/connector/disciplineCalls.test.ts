import { describe, expect, it, vi } from 'vitest';
import { ConnectorError } from '../../../src/teams/connector/connectorError.js';
import { createBulkhead } from '../../../src/teams/connector/createBulkhead.js';
import { DeliveryTimeoutError } from '../../../src/teams/connector/deliveryTimeoutError.js';
import { disciplineCalls } from '../../../src/teams/connector/disciplineCalls.js';
import { unwatched } from '../../fakes/unwatched.js';

const hangs = () => new Promise<never>(() => undefined);
const answers = () => Promise.resolve('sent');

/** Calls that meet these fates, one after the other; the last one for good. */
const start = (...fates: (() => Promise<unknown>)[]) => {
  const deliveryFailed = vi.fn();
  const call = disciplineCalls(() => (fates.length > 1 ? fates.shift()! : fates[0]!)(), {
    bulkhead: createBulkhead({ atOnce: 1, waiting: 9, patienceMs: 1000 }),
    watch: { ...unwatched, deliveryFailed },
    timeoutMs: 20,
  });
  return { call, deliveryFailed };
};
const inThread = (thread: string) => ({
  method: 'POST' as const,
  url: `https://smba.trafficmanager.net/emea/v3/conversations/${thread}/activities/1`,
});

describe('a call to Teams', () => {
  it('ends when it takes too long, and makes room for the next', async () => {
    const { call, deliveryFailed } = start(hangs, answers);
    await expect(call(inThread('a'))).rejects.toThrow(DeliveryTimeoutError);
    expect(deliveryFailed).toHaveBeenCalledWith('timeout');
    expect(await call(inThread('a'))).toBe('sent');
  });

  it('waits for others in its own thread alone', async () => {
    const { call } = start(hangs, answers);
    const slow = call(inThread('a'));
    expect(await call(inThread('b'))).toBe('sent');
    await expect(slow).rejects.toThrow(DeliveryTimeoutError);
  });

  it.each([
    [new ConnectorError({ statusCode: 429 }), '429'],
    [new DeliveryTimeoutError(20), 'timeout'],
    [Object.assign(new Error('broke'), { code: 'ECONNRESET' }), 'network'],
  ])('that fails is counted by what became of it: %o', async (error, status) => {
    const { call, deliveryFailed } = start(() => Promise.reject(error));
    await expect(call(inThread('a'))).rejects.toBe(error);
    expect(deliveryFailed).toHaveBeenCalledWith(status);
  });
});
