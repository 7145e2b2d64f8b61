import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CollectedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue: string } }[];
  status: { code?: number };
}

export interface FakeCollector {
  endpoint: string;
  spans: CollectedSpan[];
  /** The headers of the last request. */
  headers(): Record<string, unknown>;
  /** The resource's attributes in the last request. */
  resource(): unknown;
  answerWith(status: number): void;
  close(): Promise<void>;
}

/** An OpenTelemetry collector as far as a sender of JSON sees it, over real HTTP. */
export async function startFakeCollector(): Promise<FakeCollector> {
  const spans: CollectedSpan[] = [];
  let headers: Record<string, unknown> = {};
  let resource: unknown;
  let status = 200;
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      headers = req.headers;
      res.statusCode = req.url === '/v1/traces' ? status : 404;
      res.end('{}');
      if (res.statusCode !== 200) return;
      const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
        resourceSpans: { resource: unknown; scopeSpans: { spans: CollectedSpan[] }[] }[];
      };
      for (const each of resourceSpans) {
        resource = each.resource;
        spans.push(...each.scopeSpans.flatMap((scope) => scope.spans));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    headers: () => headers,
    resource: () => resource,
    answerWith: (next) => (status = next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
