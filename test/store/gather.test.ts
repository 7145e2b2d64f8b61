import { describe, expect, it, vi } from 'vitest';
import { gather } from '../../src/store/gather.js';

describe('what is asked for without a pause in between', () => {
  it('is done together, and each caller gets the own result', async () => {
    const work = vi.fn(async (items: number[]) => items.map((item) => item * 10));
    const ask = gather(work);
    expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([10, 20, 30]);
    expect(await ask(4)).toBe(40);
    expect(work.mock.calls).toEqual([[[1, 2, 3]], [[4]]]);
  });

  it('fails together', async () => {
    const ask = gather(() => Promise.reject(new Error('out of reach')));
    const results = await Promise.allSettled([ask(1), ask(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('is cut where it is more than a statement holds', async () => {
    const work = vi.fn(async (items: number[]) => items);
    const ask = gather(work);
    const many = Array.from({ length: 150 }, (_, at) => at);
    expect(await Promise.all(many.map(ask))).toEqual(many);
    expect(work.mock.calls.map(([items]) => items.length)).toEqual([64, 64, 22]);
  });
});
