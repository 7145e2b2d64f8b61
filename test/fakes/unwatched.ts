import type { Watch } from '../../src/support/ports.js';

/** Runs everything and measures nothing. */
export const unwatched: Watch = {
  turn: async (_reference, run) => {
    await run();
  },
  delivery: (run) => run(),
  step: (_step, run) => run(),
  deliveryFailed: () => undefined,
};
