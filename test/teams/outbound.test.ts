import { describe, expect, it } from 'vitest';
import { ConnectorError } from '../../src/teams/connector/connectorError.js';
import { withRetries } from '../../src/teams/outbound.js';

const status = (statusCode: number, retryAfterMs?: number) =>
  new ConnectorError({ statusCode, message: `status ${statusCode}`, retryAfterMs });

/** A call that fails with these errors, then succeeds; and how long it was waited in between. */
async function attempt(...errors: Error[]) {
  const waits: number[] = [];
  let calls = 0;
  const call = () => {
    calls++;
    const err = errors.shift();
    return err ? Promise.reject(err) : Promise.resolve('sent');
  };
  const outcome = await withRetries(call, {
    wait: (ms) => Promise.resolve(void waits.push(ms)),
    random: () => 0.5,
  }).catch((err: Error) => err.message);
  return { outcome, calls, waits };
}

describe('withRetries', () => {
  it('waits as long as Retry-After asks', async () => {
    expect(await attempt(status(429, 2_000))).toEqual({ outcome: 'sent', calls: 2, waits: [2000] });
  });

  it.each([412, 502, 503, 504])('tries again after %i, with pauses that double', async (code) => {
    const tried = await attempt(status(code), status(code));
    expect(tried).toEqual({ outcome: 'sent', calls: 3, waits: [400, 800] });
  });

  it.each([400, 401, 403, 404, 413, 500])('never repeats a call that ended in %i', async (code) => {
    expect(await attempt(status(code))).toEqual({
      outcome: `status ${code}`,
      calls: 1,
      waits: [],
    });
  });

  it('tries again when the connection was refused, not when it broke midway', async () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const broke = Object.assign(new Error('broke'), { code: 'ECONNRESET' });
    expect((await attempt(refused)).outcome).toBe('sent');
    expect((await attempt(broke)).calls).toBe(1);
  });

  it('gives up after four calls, or when asked to wait longer than a turn lasts', async () => {
    expect((await attempt(...Array.from({ length: 9 }, () => status(503)))).calls).toBe(4);
    expect((await attempt(status(429, 60_000))).calls).toBe(1);
  });
});
