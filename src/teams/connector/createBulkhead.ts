import { BulkheadFullError } from './bulkheadFullError.js';

export interface BulkheadLimits {
  /** Calls for one key that are under way at the same time. */
  atOnce: number;
  /** Calls for one key that wait their turn. */
  waiting: number;
  /** How long a call waits; afterwards nobody is there for the answer any more. */
  patienceMs: number;
}

/** Keeps a slow destination from taking the room of the others. */
export interface Bulkhead {
  /**
   * Makes the call when there is room for another of its key, first come, first served.
   * @throws BulkheadFullError when too many wait, or when it waited too long; the call is not made
   */
  run<T>(key: string, call: () => Promise<T>): Promise<T>;
}

interface Lane {
  running: number;
  queue: (() => void)[];
}

/** A bulkhead that holds nothing yet; each key has room of its own. */
export function createBulkhead(
  { atOnce, waiting, patienceMs }: BulkheadLimits,
  now: () => number = Date.now,
): Bulkhead {
  const lanes = new Map<string, Lane>();

  const enter = async (lane: Lane): Promise<void> => {
    if (lane.running < atOnce) {
      lane.running++;
      return;
    }
    if (lane.queue.length >= waiting) throw new BulkheadFullError();
    await new Promise<void>((resolve) => lane.queue.push(resolve));
  };
  /** The room goes to the next in the queue; a lane that is empty is forgotten. */
  const leave = (key: string, lane: Lane): void => {
    const next = lane.queue.shift();
    if (next) next();
    else if (--lane.running === 0) lanes.delete(key);
  };

  return {
    async run(key, call) {
      const lane = lanes.get(key) ?? { running: 0, queue: [] };
      lanes.set(key, lane);
      const giveUpAt = now() + patienceMs;
      await enter(lane);
      try {
        if (now() > giveUpAt) throw new BulkheadFullError();
        return await call();
      } finally {
        leave(key, lane);
      }
    },
  };
}
