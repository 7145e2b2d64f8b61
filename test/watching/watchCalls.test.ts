import { describe, expect, it } from 'vitest';
import { watchCalls } from '../../src/watching/watchCalls.js';

describe('a part whose calls are watched', () => {
  it('does what it did, and what is in it alike', async () => {
    const seen: string[] = [];
    const part = watchCalls(
      {
        memory: { read: async (id: string) => `read ${id}` },
        add: (a: number, b: number) => a + b,
        version: 7,
      },
      (call) => {
        seen.push('before');
        return call();
      },
    );
    expect(await part.memory.read('x')).toBe('read x');
    expect(part.add(1, 2)).toBe(3);
    expect(part.version).toBe(7);
    expect(seen).toHaveLength(2);
  });

  it('fails as it did', async () => {
    const failing = { read: () => Promise.reject(new Error('gone')) };
    await expect(watchCalls(failing, (call) => call()).read()).rejects.toThrow('gone');
  });
});
