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

  it('may wait for what is being done, and is then done together with whatever came meanwhile', async () => {
    const done: (() => void)[] = [];
    const work = vi.fn(async (items: number[]) => {
      await new Promise<void>((resolve) => done.push(resolve));
      return items;
    });
    const ask = gather(work, true);
    const first = ask(1);
    await vi.waitFor(() => expect(done).toHaveLength(1));
    const others = [ask(2), ask(3)];
    done.shift()?.();
    await first;
    await vi.waitFor(() => expect(done).toHaveLength(1));
    done.shift()?.();
    expect(await Promise.all(others)).toEqual([2, 3]);
    expect(work.mock.calls).toEqual([[[1]], [[2, 3]]]);
  });

  it('fails together where the store is out of reach', async () => {
    const ask = gather(() => Promise.reject(new Error('out of reach')));
    const results = await Promise.allSettled([ask(1), ask(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('fails alone where a value is wrong', async () => {
    const ask = gather(async (items: number[]) => {
      if (items.includes(2)) throw Object.assign(new Error('no such date'), { code: '22008' });
      return items;
    });
    const results = await Promise.allSettled([ask(1), ask(2), ask(3)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ask(4)).toBe(4);
  });

  it('is cut where it is more than a statement holds', async () => {
    const work = vi.fn(async (items: number[]) => items);
    const ask = gather(work);
    const many = Array.from({ length: 150 }, (_, at) => at);
    expect(await Promise.all(many.map(ask))).toEqual(many);
    expect(work.mock.calls.map(([items]) => items.length)).toEqual([64, 64, 22]);
  });
});
