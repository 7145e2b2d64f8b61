import { describe, expect, it } from 'vitest';
import { createBulkhead } from '../../../src/teams/connector/createBulkhead.js';
import { BulkheadFullError } from '../../../src/teams/connector/bulkheadFullError.js';

const start = () => {
  let nowMs = 0;
  const bulkhead = createBulkhead({ atOnce: 2, waiting: 2, patienceMs: 1000 }, () => nowMs);
  const begun: string[] = [];
  const ends = new Map<string, (failed?: Error) => void>();
  const call = (key: string, name: string) =>
    bulkhead.run(key, () => {
      begun.push(name);
      return new Promise<string>((resolve, reject) =>
        ends.set(name, (failed) => (failed ? reject(failed) : resolve(name))),
      );
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    call,
    begun,
    end: (name: string, failed?: Error) => ends.get(name)?.(failed),
    settle,
    pass: (ms: number) => void (nowMs += ms),
  };
};

describe('a slow thread', () => {
  it('has so many calls at once; the others wait, first come, first served', async () => {
    const { call, begun, end, settle } = start();
    const calls = ['a', 'b', 'c', 'd'].map((name) => call('slow', name));
    await settle();
    expect(begun).toEqual(['a', 'b']);
    end('b');
    await settle();
    expect(begun).toEqual(['a', 'b', 'c']);
    end('a');
    await settle();
    end('c');
    end('d');
    expect(await Promise.all(calls)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('does not hold up another', async () => {
    const { call, begun, settle } = start();
    for (const name of ['a', 'b', 'c']) void call('slow', name);
    void call('other', 'd');
    await settle();
    expect(begun).toEqual(['a', 'b', 'd']);
  });

  it('refuses what would wait too long a queue', async () => {
    const { call } = start();
    for (const name of ['a', 'b', 'c', 'd']) void call('slow', name);
    await expect(call('slow', 'e')).rejects.toThrow(BulkheadFullError);
  });

  it('does not make a call that has waited for too long, but the next', async () => {
    const { call, begun, end, settle, pass } = start();
    for (const name of ['a', 'b']) void call('slow', name);
    await settle();
    const late = call('slow', 'late').catch((err: unknown) => err);
    pass(900);
    void call('slow', 'in time');
    pass(200);
    end('a');
    expect(await late).toBeInstanceOf(BulkheadFullError);
    await settle();
    expect(begun).toEqual(['a', 'b', 'in time']);
  });

  it('gives its room on when a call fails', async () => {
    const { call, begun, end, settle } = start();
    const failing = call('slow', 'a').catch((err: unknown) => (err as Error).message);
    for (const name of ['b', 'c']) void call('slow', name);
    await settle();
    end('a', new Error('gone'));
    expect(await failing).toBe('gone');
    await settle();
    expect(begun).toEqual(['a', 'b', 'c']);
  });
});
