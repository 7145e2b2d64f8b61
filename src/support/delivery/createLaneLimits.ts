import type { LaneLimit, Outbox } from '../outbox.js';
import type { Clock } from '../ports.js';

/**
 * How often Teams lets a bot write into one conversation: so many messages in so many milliseconds.
 * Source: "Optimize your bot with rate limiting in Teams", per bot and thread.
 */
const LIMITS: readonly LaneLimit[] = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
];

/** Keeps the bot within Teams' limits, all replicas together, across restarts. */
export interface LaneLimits {
  /** Counts one message into the lane: 0; or not yet: the milliseconds until it may be tried. */
  take(lane: string): Promise<number>;
  /** Teams wants to hear nothing in that lane for so long. */
  block(lane: string, forMs: number): void;
  /** The lanes that take nothing now, as far as this replica knows. */
  full(): string[];
}

/** Limits that are counted in the outbox's store, for all replicas. */
export function createLaneLimits(outbox: Pick<Outbox, 'book'>, clock: Clock): LaneLimits {
  /** So that the store is not asked again before it can say anything else. */
  const fullUntil = new Map<string, number>();
  const now = () => clock().getTime();
  const block = (lane: string, forMs: number): void => {
    fullUntil.set(lane, Math.max(fullUntil.get(lane) ?? 0, now() + forMs));
  };

  return {
    async take(lane) {
      const knownMs = (fullUntil.get(lane) ?? 0) - now();
      if (knownMs > 0) return knownMs;
      const waitMs = await outbox.book(lane, LIMITS);
      if (waitMs > 0) block(lane, waitMs);
      return waitMs;
    },
    block,
    full() {
      for (const [lane, until] of fullUntil) if (until <= now()) fullUntil.delete(lane);
      return [...fullUntil.keys()];
    },
  };
}
