import type { Log } from '../support/ports.js';
import type { Attributes, Span } from './tracer.js';

export interface TraceOptions {
  /** The collector's base address, such as http://127.0.0.1:4318. */
  endpoint: string;
  /** What the collector wants in each request, such as a key. */
  headers: Record<string, string>;
  serviceName: string;
  log: Log;
}

export interface TraceExporter {
  /** Takes a span along; it is sent with others, soon. */
  add(span: Span): void;
  /** Sends what is waiting. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const EVERY_MS = 2_000;
const TIMEOUT_MS = 5_000;
/** More is dropped: a collector that does not keep up must not fill the memory. */
const MOST_WAITING = 5_000;

/**
 * Sends spans to an OpenTelemetry collector: OTLP over HTTP as JSON
 * (https://opentelemetry.io/docs/specs/otlp/#otlphttp). docs/decisions/007 says why not by the SDK.
 */
export function createTraceExporter({
  endpoint,
  headers,
  serviceName,
  log,
}: TraceOptions): TraceExporter {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const resource = { attributes: attributeList({ 'service.name': serviceName }) };
  let waiting: Span[] = [];
  let failing = false;

  const send = async (spans: Span[]): Promise<void> => {
    const scopeSpans = [{ scope: { name: 'helper' }, spans: spans.map(toOtlp) }];
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ resourceSpans: [{ resource, scopeSpans }] }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`the collector answered ${response.status}`);
  };

  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const spans = waiting;
    waiting = [];
    try {
      await send(spans);
      failing = false;
    } catch (err) {
      // Once, until it works again: traces are lost then, which harms nobody.
      if (!failing) log.warn({ reason: String(err), spans: spans.length }, 'traces are lost');
      failing = true;
    }
  };
  const timer = setInterval(() => void flush(), EVERY_MS);
  timer.unref();

  return {
    add(span) {
      if (waiting.length < MOST_WAITING) waiting.push(span);
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

function toOtlp(span: Span): object {
  const { traceId, spanId, parentSpanId, name, startMs, endMs, attributes, failed } = span;
  return {
    traceId,
    spanId,
    ...(parentSpanId === undefined ? {} : { parentSpanId }),
    name,
    // A turn is what came in; the rest is the program's own affair.
    kind: parentSpanId === undefined ? SERVER : INTERNAL,
    startTimeUnixNano: nanoseconds(startMs),
    endTimeUnixNano: nanoseconds(endMs),
    attributes: attributeList(attributes),
    status: failed ? { code: FAILED } : {},
  };
}

const INTERNAL = 1;
const SERVER = 2;
const FAILED = 2;

/** As text: the number is larger than what JSON's numbers can hold exactly. */
function nanoseconds(ms: number): string {
  return String(BigInt(Math.round(ms * 1000)) * 1000n);
}

function attributeList(attributes: Attributes): object[] {
  return Object.entries(attributes).map(([key, stringValue]) => ({ key, value: { stringValue } }));
}
