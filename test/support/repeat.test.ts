import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repeat } from '../../src/support/repeat.js';

describe('repeated work', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is not begun again while it is still being done', async () => {
    let begun = 0;
    let end: () => void = () => undefined;
    const work = () => {
      begun += 1;
      return new Promise<void>((resolve) => (end = resolve));
    };
    const { stop } = repeat(1_000, work, () => undefined);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(begun).toBe(1);
    end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toBe(2);
    end();
    await stop();
  });

  it('goes on after a failure, and tells of it', async () => {
    const failures: unknown[] = [];
    const { stop } = repeat(
      1_000,
      () => Promise.reject(new Error('out of reach')),
      (err) => failures.push(err),
    );
    await vi.advanceTimersByTimeAsync(2_000);
    expect(failures).toHaveLength(2);
    await stop();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(failures).toHaveLength(2);
  });

  it('is over when it has stopped', async () => {
    let end: () => void = () => undefined;
    const work = () => new Promise<void>((resolve) => (end = resolve));
    const { stop } = repeat(1_000, work, () => undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    let stopped = false;
    const stopping = stop().then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(stopped).toBe(false);
    end();
    await stopping;
  });
});
