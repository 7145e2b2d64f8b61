import restify, { type Request, type Response, type Server } from 'restify';
import type { Log } from '../support/ports.js';
import { createRateLimit } from '../support/rateLimit.js';
import { clientAddress } from './clientAddress.js';
import { localHostOnly } from './localHostOnly.js';
import { readJsonBody } from './readJsonBody.js';
import { RequestError } from './requestError.js';
import { securityHeaders } from './securityHeaders.js';

/** What the Bot Service is told about the activity it delivered. */
export interface Receipt {
  status: number;
  body?: unknown;
  /** Why it was refused, for the log. */
  problem?: string;
}

export interface HttpParts {
  /** Looks at the token alone: whoever is not let in costs no more than that. Never throws. */
  admit: (authorization: string) => Promise<Receipt | { receive(body: unknown): Promise<Receipt> }>;
  /** Whether the program can do its work; a sentence says what is missing. */
  readiness: () => Promise<{ ready: boolean; reason?: string }>;
  /** Prometheus' text, with its content type. */
  metrics: () => Promise<{ contentType: string; text: string }>;
  localMode: boolean;
  /** How many proxies of ours stand in front of the program. */
  trustedProxies: number;
  log: Log;
}

/** Teams' messages end at about 100 KB; a larger or deeper body is nobody's message. */
const BODY_LIMITS = { maxBytes: 256 * 1024, maxDepth: 64 };

/** Refusals an address may collect; Teams collects none. */
const REFUSALS_PER_MINUTE = 60;

/** Time for a client to send a whole request. */
const REQUEST_TIMEOUT_MS = 30_000;

/** The HTTP side of the program: what it listens to and what it answers. */
export function createServer(parts: HttpParts): Server {
  const server = restify.createServer({ ignoreTrailingSlash: true });
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.server.headersTimeout = REQUEST_TIMEOUT_MS / 2;
  server.pre(securityHeaders(parts.localMode));
  if (parts.localMode) server.pre(localHostOnly);
  for (const verb of ['get', 'head'] as const) {
    server[verb]('/healthz', async (_req: Request, res: Response) => {
      res.send(200, { status: 'alive' });
    });
    server[verb]('/readyz', async (_req: Request, res: Response) => {
      const { ready, reason } = await parts.readiness();
      res.send(ready ? 200 : 503, ready ? { status: 'ready' } : { status: 'not ready', reason });
    });
  }
  server.get('/metrics', async (_req: Request, res: Response) => {
    const { contentType, text } = await parts.metrics();
    res.sendRaw(200, text, { 'Content-Type': contentType });
  });
  server.post('/api/messages', messagesRoute(parts));
  server.on('restifyError', calmError(parts.log));
  return server;
}

function messagesRoute({ admit, log, localMode, trustedProxies }: HttpParts) {
  // In local mode only this machine can knock, and it may try whatever it likes.
  const refusals = createRateLimit(localMode ? 0 : REFUSALS_PER_MINUTE);

  const answer = async (req: Request): Promise<Receipt> => {
    const admission = await admit(req.headers.authorization ?? '');
    if (!('receive' in admission)) return admission;
    try {
      return await admission.receive(await readJsonBody(req, BODY_LIMITS));
    } catch (err) {
      if (!(err instanceof RequestError)) throw err;
      return { status: err.status, body: { error: err.message }, problem: err.message };
    }
  };

  /**
   * One line for each refusal, as long as an address does not collect too many. Whoever has a good
   * token gets in all the same: behind one address there may be others than the one who floods.
   */
  const turnAway = (req: Request, receipt: Receipt): Receipt => {
    const { status, problem } = receipt;
    if (!refusals.take(clientAddress(req, trustedProxies))) return TOO_MANY_REFUSALS;
    log.warn({ status, problem }, 'refused a request');
    return receipt;
  };

  return async (req: Request, res: Response): Promise<void> => {
    const answered = await answer(req);
    const { status, body } = answered.problem === undefined ? answered : turnAway(req, answered);
    if (body === undefined) res.send(status);
    else res.send(status, body);
  };
}

const TOO_MANY_REFUSALS: Receipt = {
  status: 429,
  body: { error: 'Too many requests that had to be refused. Try again in a minute.' },
};

/** Scanners ask for what is not there all day long; only a mistake of ours is worth a line. */
function calmError(log: Log) {
  return (req: Request, res: Response, err: RestifyError, done: () => void): void => {
    const { statusCode = 500 } = err;
    if (statusCode < 500) {
      log.debug({ method: req.method, statusCode }, 'there is no such thing here');
    } else {
      log.error({ err }, 'a request failed');
      // restify would tell the whole world what the error says.
      res.send(500, { error: 'Something went wrong.' });
    }
    done();
  };
}

interface RestifyError extends Error {
  statusCode?: number;
}
