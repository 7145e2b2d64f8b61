import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../src/support/rateLimit.js';

describe('a limit of six a minute', () => {
  const start = () => {
    let nowMs = 1_000_000;
    const limit = createRateLimit(6, () => nowMs);
    return {
      pause: (seconds: number) => void (nowMs += seconds * 1000),
      takes: (key: string, times: number) =>
        Array.from({ length: times }, () => limit.take(key)).filter(Boolean).length,
    };
  };

  it('lets six through at once, and no more', () => {
    expect(start().takes('ana', 10)).toBe(6);
  });

  it('lets one more through every ten seconds', () => {
    const { takes, pause } = start();
    takes('ana', 10);
    pause(9);
    expect(takes('ana', 3)).toBe(0);
    pause(1);
    expect(takes('ana', 3)).toBe(1);
    pause(3600);
    expect(takes('ana', 10)).toBe(6);
  });

  it('counts each key apart', () => {
    const { takes } = start();
    takes('ana', 6);
    expect(takes('luc', 10)).toBe(6);
    expect(takes('ana', 1)).toBe(0);
  });

  it('remembers those who are over it while others come and go', () => {
    const { takes, pause } = start();
    takes('ana', 6);
    for (let other = 0; other < 100; other++) takes(`person ${other}`, 1);
    pause(5);
    expect(takes('ana', 1)).toBe(0);
  });
});

describe('no limit', () => {
  it('lets everything through', () => {
    const limit = createRateLimit(0);
    expect(Array.from({ length: 1000 }, () => limit.take('ana')).every(Boolean)).toBe(true);
  });
});
