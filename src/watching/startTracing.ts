import { createTraceExporter, type TraceOptions } from './createTraceExporter.js';
import { createTracer, type Tracer } from './tracer.js';

export interface Tracing extends Tracer {
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}

/** Traces every turn to a collector; loaded only where there is one. */
export function startTracing(options: TraceOptions): Tracing {
  const exporter = createTraceExporter(options);
  return { ...createTracer(exporter.add), close: exporter.close };
}
