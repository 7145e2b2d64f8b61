import restify, { type Request, type Response, type Server } from 'restify';
import type { Log } from '../support/ports.js';
import { apiRoutes } from './api/apiRoutes.js';
import type { ApiParts } from './api/apiParts.js';
import { mountApi } from './api/mountApi.js';
import { localHostOnly } from './localHostOnly.js';
import { readJsonBody } from './readJsonBody.js';
import { createRefusals, type Refusals } from './refusals.js';
import { RequestError } from './requestError.js';
import { securityHeaders } from './securityHeaders.js';
import type { SignIn } from './signIn/caller.js';
import { mountTab } from './tab/mountTab.js';

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
  /** The moderators' and admins' tab; left out, there is none. */
  tab?: { api: ApiParts; signIn: SignIn; folder: string };
  log: Log;
}

/** Teams' messages end at about 100 KB; a larger or deeper body is nobody's message. */
const BODY_LIMITS = { maxBytes: 256 * 1024, maxDepth: 64 };

/** Time for a client to send a whole request. */
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Proxies keep an idle connection for a minute, as a rule. They must be the ones to close it: a
 * request that meets our closing is lost.
 */
const KEEP_ALIVE_MS = 75_000;

/** The HTTP side of the program: what it listens to and what it answers. */
export function createServer(parts: HttpParts): Server {
  const server = restify.createServer({ ignoreTrailingSlash: true });
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.server.keepAliveTimeout = KEEP_ALIVE_MS;
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
  server.get('/metrics', async (req: Request, res: Response) => {
    // Figures are for whoever watches from inside: nobody gets them who comes by a proxy of ours.
    if (parts.trustedProxies > 0 && req.headers['x-forwarded-for'] !== undefined) {
      res.send(404, { error: 'There is nothing here.' });
      return;
    }
    const { contentType, text } = await parts.metrics();
    res.sendRaw(200, text, { 'Content-Type': contentType });
  });
  const refusals = createRefusals(parts);
  server.post('/api/messages', messagesRoute(parts, refusals));
  if (parts.tab) {
    const { api, signIn, folder } = parts.tab;
    mountApi(server, { routes: apiRoutes(api), signIn, refusals, log: parts.log });
    mountTab(server, folder);
  }
  server.on('restifyError', calmError(parts.log));
  return server;
}

function messagesRoute({ admit }: HttpParts, refusals: Refusals) {
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

  return async (req: Request, res: Response): Promise<void> => {
    const answered = await answer(req);
    const { problem } = answered;
    const told = problem === undefined || refusals.note(req, answered.status, problem);
    const { status, body } = told ? answered : TOO_MANY_REFUSALS;
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
