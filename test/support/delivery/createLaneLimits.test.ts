import { beforeEach, describe, expect, it } from 'vitest';
import {
  createLaneLimits,
  type LaneLimits,
} from '../../../src/support/delivery/createLaneLimits.js';
import { createFakeDisk, createFakeStore } from '../../fakes/createFakeStore.js';

let now: number;
let newReplica: () => LaneLimits;
let lanes: LaneLimits;
beforeEach(() => {
  now = 1_000_000;
  const clock = () => new Date(now);
  const disk = createFakeDisk();
  newReplica = () => createLaneLimits(createFakeStore({ clock, disk }).outbox, clock);
  lanes = newReplica();
});

/** Sends whenever one of the replicas may, for so long; gives back when. */
async function sendFor(ms: number, replicas: readonly LaneLimits[], lane = 'a'): Promise<number[]> {
  const sent = [];
  for (const end = now + ms; now < end; now += 100) {
    for (const replica of replicas) if ((await replica.take(lane)) === 0) sent.push(now);
  }
  return sent;
}

/** The most that was sent in any such time. */
function mostWithin(sent: number[], ms: number): number {
  return Math.max(
    ...sent.map((start) => sent.filter((at) => at >= start && at < start + ms).length),
  );
}

describe('a lane', () => {
  it('takes seven messages in a second, and tells how long the next has to wait', async () => {
    for (let message = 1; message <= 7; message += 1) expect(await lanes.take('a')).toBe(0);
    expect(await lanes.take('a')).toBe(1_000);
    now += 999;
    expect(await lanes.take('a')).toBe(1);
    now += 1;
    expect(await lanes.take('a')).toBe(0);
  });

  it('never takes more than Teams does, from however many replicas and for however long', async () => {
    const sent = await sendFor(2 * 3_600_000, [lanes, newReplica(), newReplica()]);
    expect(mostWithin(sent.slice(0, 300), 1_000)).toBeLessThanOrEqual(7);
    expect(mostWithin(sent.slice(0, 300), 2_000)).toBe(8);
    expect(mostWithin(sent.slice(0, 300), 30_000)).toBe(60);
    expect(sent).toHaveLength(3_600);
  });

  it('is not held up by another', async () => {
    await sendFor(800, [lanes]);
    expect(await lanes.take('b')).toBe(0);
    expect(lanes.full()).toEqual(['a']);
  });

  it('takes nothing for as long as Teams wants to hear nothing', async () => {
    lanes.block('a', 5_000);
    lanes.block('a', 1_000);
    expect(lanes.full()).toEqual(['a']);
    expect(await lanes.take('a')).toBe(5_000);
    now += 5_000;
    expect(lanes.full()).toEqual([]);
    expect(await lanes.take('a')).toBe(0);
  });
});
