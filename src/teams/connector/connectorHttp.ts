import * as http from 'node:http';
import * as https from 'node:https';
import { ConnectorError } from './connectorError.js';
import { DeliveryTimeoutError } from './deliveryTimeoutError.js';
import { IdleConnectionError } from './idleConnectionError.js';

/** One call of the Bot Connector's REST API. */
export interface ConnectorRequest {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  body?: object;
}

/** Makes a call and resolves to what came back, as JSON; undefined where nothing did. */
export type CallConnector = (request: ConnectorRequest) => Promise<unknown>;

/** By this Teams knows a bot from a browser. */
const USER_AGENT = 'Microsoft-BotFramework/3.1 after-ec-helper';

/** https://nodejs.org/api/http.html#built-in-proxy-support */
type ProxyOptions = http.AgentOptions & { proxyEnv?: NodeJS.ProcessEnv };

const clients = { 'http:': clientOf(http), 'https:': clientOf(https) };

/** Connections are kept: making one takes longer than all the rest of a call. */
function clientOf({ request, Agent, globalAgent }: typeof http | typeof https) {
  // Where NODE_USE_ENV_PROXY is set, Node's own agent knows the proxy; Node 20 and its types do not.
  const { options } = globalAgent as unknown as { options: ProxyOptions };
  const proxy: ProxyOptions = options.proxyEnv ? { proxyEnv: options.proxyEnv } : {};
  return { request, kept: new Agent({ keepAlive: true, ...proxy }), fresh: new Agent(proxy) };
}

/**
 * Calls over HTTP.
 * @param authorization the header that lets the bot in; undefined where nobody asks for one
 * @param timeoutMs how long the connection may be silent
 * @throws ConnectorError for every answer but 2xx; DeliveryTimeoutError; Node's own errors where
 * the connection broke
 */
export function createConnectorHttp(
  authorization: () => Promise<string | undefined>,
  timeoutMs: number,
): CallConnector {
  return async ({ method, url, body }) => {
    const token = await authorization();
    const payload = body && Buffer.from(JSON.stringify(body));
    const headers: http.OutgoingHttpHeaders = { Accept: '*/*', 'User-Agent': USER_AGENT };
    if (token !== undefined) headers['Authorization'] = token;
    if (payload) {
      headers['Content-Type'] = 'application/json; charset=utf-8';
      headers['Content-Length'] = payload.length;
    }
    const options = { method, headers, timeout: timeoutMs };
    const answer = await exchange(url, options, payload, 'kept').catch((err: unknown) => {
      // Mostly all kept connections were closed at once: the call goes out over none of them.
      if (err instanceof IdleConnectionError) return exchange(url, options, payload, 'fresh');
      throw err;
    });
    const { statusCode = 0, headers: told, text } = answer;
    if (statusCode >= 200 && statusCode < 300) return parseJson(text);
    const { error } = (parseJson(text) ?? {}) as { error?: Record<string, unknown> };
    throw new ConnectorError({
      statusCode,
      reason: textOf(error?.['code']),
      message: textOf(error?.['message']),
      retryAfterMs: millisecondsOf(told['retry-after']),
    });
  };
}

/** What a socket says when the other side has closed it: by itself, or as it is written to. */
const CLOSED = new Set(['ECONNRESET', 'EPIPE']);

/** Sends one request and reads the answer. */
function exchange(
  url: string,
  options: http.RequestOptions,
  payload: Buffer | undefined,
  connection: 'kept' | 'fresh',
): Promise<http.IncomingMessage & { text: string }> {
  const client = clients[url.startsWith('https:') ? 'https:' : 'http:'];
  return new Promise((resolve, reject) => {
    const call = client.request(url, { ...options, agent: client[connection] }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.once('end', () => resolve(Object.assign(response, { text })));
      response.once('error', reject);
    });
    call.once('timeout', () => call.destroy(new DeliveryTimeoutError(Number(options.timeout))));
    call.once('error', (err: NodeJS.ErrnoException) => {
      const closed = call.reusedSocket && CLOSED.has(err.code ?? '');
      reject(closed ? new IdleConnectionError(err) : err);
    });
    call.end(payload);
  });
}

/** Proxies on the way answer in HTML, which says nothing here. */
function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function millisecondsOf(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
