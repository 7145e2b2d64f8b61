import type { Watch } from '../support/ports.js';
import type { Metrics } from './metrics.js';
import type { Tracer } from './tracer.js';

/** Measures turns and their steps for Prometheus and, where there is a tracer, for traces. */
export function createWatch(metrics: Metrics, tracer: Tracer | undefined): Watch {
  const { trace, span } = tracer ?? NO_TRACER;
  return {
    async turn(reference, run) {
      const seconds = stopwatch();
      await trace('turn', async (attributes) => {
        attributes['helper.reference'] = reference;
        try {
          const outcome = await run();
          attributes['helper.outcome'] = outcome;
          metrics.turnEnded(outcome, seconds());
        } catch (err) {
          metrics.turnEnded('failed', seconds());
          throw err;
        }
      });
    },

    delivery: (run) => trace('delivery', run),

    step(step, run) {
      const seconds = stopwatch();
      const result = span(step, run);
      return whenDone(result, () => metrics.stepTook(step, seconds()));
    },

    deliveryFailed: metrics.deliveryFailed,
  };
}

const NO_TRACER: Tracer = {
  trace: (_name, run) => run({}),
  span: (_name, run) => run({}),
};

function stopwatch(): () => number {
  const startMs = performance.now();
  return () => (performance.now() - startMs) / 1000;
}

/** Calls `done` when the result is there, now or later; a failure counts as well. */
function whenDone<T>(result: T, done: () => void): T {
  if (!(result instanceof Promise)) {
    done();
    return result;
  }
  return result.finally(done) as T;
}
