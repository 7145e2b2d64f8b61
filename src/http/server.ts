import restify, { type Request, type Response, type Server } from 'restify';
import type { Log } from '../support/ports.js';

/** What the Bot Service is told about an activity it delivered. */
export interface Receipt {
  status: number;
  body?: unknown;
}

export interface HttpParts {
  /** Takes one delivery of an activity; never throws. */
  receive: (authorization: string, body: unknown) => Promise<Receipt>;
  /** Whether the store is reachable and content is served; a sentence says what is missing. */
  readiness: () => Promise<{ ready: boolean; reason?: string }>;
  /** Prometheus' text, with its content type. */
  metrics: () => Promise<{ contentType: string; text: string }>;
  log: Log;
}

/** Teams' messages end at about 100 KB; a larger body is nobody's message. */
const MAX_BODY_BYTES = 256 * 1024;

/** The HTTP side of the program: what it listens to and what it answers. */
export function createServer(parts: HttpParts): Server {
  const server = restify.createServer({ name: 'after-ec-helper', ignoreTrailingSlash: true });
  server.get('/healthz', async (_req: Request, res: Response) => {
    res.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_req: Request, res: Response) => {
    const { ready, reason } = await parts.readiness();
    res.send(ready ? 200 : 503, ready ? { status: 'ready' } : { status: 'not ready', reason });
  });
  server.get('/metrics', async (_req: Request, res: Response) => {
    const { contentType, text } = await parts.metrics();
    res.sendRaw(200, text, { 'Content-Type': contentType });
  });
  server.post(
    '/api/messages',
    restify.plugins.bodyReader({ maxBodySize: MAX_BODY_BYTES }),
    restify.plugins.jsonBodyParser({ mapParams: false }),
    messagesRoute(parts),
  );
  server.on('restifyError', (_req: Request, _res: Response, err: Error, done: () => void) => {
    parts.log.warn({ reason: err.message }, 'refused a request');
    done();
  });
  return server;
}

function messagesRoute({ receive }: HttpParts) {
  return async (req: Request, res: Response): Promise<void> => {
    const { authorization = '' } = req.headers;
    const { status, body } = await receive(authorization, req.body);
    if (body === undefined) res.send(status);
    else res.send(status, body);
  };
}
