import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

export type Attributes = Record<string, string>;

/** A piece of work as OpenTelemetry sees it. */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string | undefined;
  name: string;
  startMs: number;
  endMs: number;
  attributes: Attributes;
  failed: boolean;
}

type Work<T> = (attributes: Attributes) => T;

export interface Tracer {
  /** Runs a piece of work as the first span of a trace. */
  trace<T>(name: string, run: Work<T>): T;
  /** Runs a piece of work as a span of the trace that is going on; without one it just runs. */
  span<T>(name: string, run: Work<T>): T;
}

/** Hands each span that has ended to `ended`. Times are in milliseconds since 1970. */
export function createTracer(ended: (span: Span) => void): Tracer {
  const current = new AsyncLocalStorage<Span>();
  const nowMs = (): number => performance.timeOrigin + performance.now();

  const begin = <T>(name: string, parent: Span | undefined, run: Work<T>): T => {
    const span: Span = {
      traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      parentSpanId: parent?.spanId,
      name,
      startMs: nowMs(),
      endMs: 0,
      attributes: {},
      failed: false,
    };
    const end = (failed: boolean): void => ended({ ...span, failed, endMs: nowMs() });
    try {
      const result = current.run(span, () => run(span.attributes));
      if (result instanceof Promise) {
        result.then(
          () => end(false),
          () => end(true),
        );
      } else end(false);
      return result;
    } catch (err) {
      end(true);
      throw err;
    }
  };

  return {
    trace: (name, run) => begin(name, undefined, run),
    // The store is asked every second whether there is something to do: that is nobody's trace.
    span(name, run) {
      const parent = current.getStore();
      return parent ? begin(name, parent, run) : run({});
    },
  };
}
