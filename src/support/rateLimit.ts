/** Lets each key do something so many times a minute; a pause saves up for a burst. */
export interface RateLimit {
  /** Counts one more; false when that is too many. */
  take(key: string): boolean;
}

/**
 * The generic cell rate algorithm (ITU-T I.371): one number a key, the moment at which its bucket
 * will be full again. It is kept in the process: what it guards is the process, and with more
 * replicas a flood is still a flood in each of them, without a write to the store a message.
 * @param perMinute how many a minute in the long run, and at most in one burst; 0 for no limit
 */
export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  const intervalMs = 60_000 / perMinute;
  const burstMs = intervalMs * (perMinute - 1);
  const fullAt = new Map<string, number>();

  /** Forgets whoever has been quiet for long, two at each call: that keeps up with the new ones. */
  const forgetQuiet = (at: number): void => {
    let looks = 2;
    for (const [key, full] of fullAt) {
      if (looks-- === 0 || full > at) return;
      fullAt.delete(key);
    }
  };
  const isUsedUp = (key: string): boolean =>
    perMinute > 0 && (fullAt.get(key) ?? 0) - now() > burstMs;

  return {
    take(key) {
      if (perMinute === 0) return true;
      if (isUsedUp(key)) return false;
      const at = now();
      const full = Math.max(fullAt.get(key) ?? 0, at) + intervalMs;
      // Deleted first, so that whoever was here last stands last.
      fullAt.delete(key);
      fullAt.set(key, full);
      forgetQuiet(at);
      return true;
    },
  };
}
