import { beforeEach, describe, expect, it } from 'vitest';
import {
  createLaneLimits,
  type LaneLimits,
} from '../../../src/support/delivery/createLaneLimits.js';

let now: number;
let lanes: LaneLimits;
beforeEach(() => {
  now = 1_000_000;
  lanes = createLaneLimits(() => now);
});

/** Sends whenever it may, for so long; gives back when. */
function sendFor(ms: number, lane = 'a'): number[] {
  const sent = [];
  for (const end = now + ms; now < end; now += 100) if (lanes.take(lane) === 0) sent.push(now);
  return sent;
}

/** The most that was sent in any such time. */
function mostWithin(sent: number[], ms: number): number {
  return Math.max(
    ...sent.map((start) => sent.filter((at) => at >= start && at < start + ms).length),
  );
}

describe('a lane', () => {
  it('takes seven messages in a second, and tells how long the next has to wait', () => {
    for (let message = 1; message <= 7; message += 1) expect(lanes.take('a')).toBe(0);
    expect(lanes.take('a')).toBe(1_000);
    now += 999;
    expect(lanes.take('a')).toBe(1);
    now += 1;
    expect(lanes.take('a')).toBe(0);
  });

  it('never takes more than Teams does, however long it goes on', () => {
    const sent = sendFor(2 * 3_600_000);
    expect(mostWithin(sent.slice(0, 300), 1_000)).toBeLessThanOrEqual(7);
    expect(mostWithin(sent.slice(0, 300), 2_000)).toBe(8);
    expect(mostWithin(sent.slice(0, 300), 30_000)).toBe(60);
    expect(sent).toHaveLength(3_600);
  });

  it('is not held up by another', () => {
    sendFor(700, 'a');
    expect(lanes.take('b')).toBe(0);
    expect(lanes.full()).toEqual(['a']);
  });

  it('takes nothing for as long as Teams wants to hear nothing', () => {
    lanes.block('a', 5_000);
    lanes.block('a', 1_000);
    expect(lanes.full()).toEqual(['a']);
    expect(lanes.take('a')).toBe(5_000);
    now += 5_000;
    expect(lanes.full()).toEqual([]);
    expect(lanes.take('a')).toBe(0);
  });
});
