/**
 * How often Teams lets a bot write into one conversation: so many messages in so many milliseconds.
 * Source: "Optimize your bot with rate limiting in Teams", per bot and thread.
 */
const LIMITS = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
] as const;
const LONGEST_MS = 3_600_000;

/** Keeps the bot within Teams' limits, in this process; 429 tells what other replicas used up. */
export interface LaneLimits {
  /** Counts one message into the lane: 0; or not yet: the milliseconds until it may be tried. */
  take(lane: string): number;
  /** Teams wants to hear nothing in that lane for so long. */
  block(lane: string, forMs: number): void;
  /** The lanes that take nothing now. */
  full(): string[];
}

interface Lane {
  /** When messages were sent, oldest first. */
  sent: number[];
  blockedUntil: number;
}

export function createLaneLimits(now: () => number = Date.now): LaneLimits {
  const lanes = new Map<string, Lane>();

  const laneOf = (name: string): Lane => {
    const lane = lanes.get(name) ?? { sent: [], blockedUntil: 0 };
    lanes.set(name, lane);
    return lane;
  };
  const waitMs = ({ sent, blockedUntil }: Lane): number => {
    const free = LIMITS.map(({ most, withinMs }) => (sent.at(-most) ?? -Infinity) + withinMs);
    return Math.max(0, blockedUntil - now(), ...free.map((at) => at - now()));
  };

  return {
    take(name) {
      const lane = laneOf(name);
      const wait = waitMs(lane);
      if (wait > 0) return wait;
      const old = lane.sent.findIndex((at) => at > now() - LONGEST_MS);
      lane.sent.splice(0, old === -1 ? lane.sent.length : old);
      lane.sent.push(now());
      return 0;
    },
    block(name, forMs) {
      const lane = laneOf(name);
      lane.blockedUntil = Math.max(lane.blockedUntil, now() + forMs);
    },
    full() {
      const full = [];
      for (const [name, lane] of lanes) {
        if (waitMs(lane) > 0) full.push(name);
        else if ((lane.sent.at(-1) ?? 0) < now() - LONGEST_MS) lanes.delete(name);
      }
      return full;
    },
  };
}
