import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import {
  createServer,
  type ClientRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createConnector } from '../../../src/teams/connector/createConnector.js';
import { ConnectorError } from '../../../src/teams/connector/connectorError.js';
import { createConnectorHttp } from '../../../src/teams/connector/connectorHttp.js';
import { DeliveryTimeoutError } from '../../../src/teams/connector/deliveryTimeoutError.js';

interface Seen {
  method: string | undefined;
  url: string | undefined;
  authorization: string | undefined;
  body: string;
  port: number | undefined;
}

let seen: Seen[];
let answer: (res: ServerResponse) => void;
let server: Server;
let url: string;

beforeEach(async () => {
  seen = [];
  answer = (res) => res.writeHead(201).end('{"id":"sent-1"}');
  server = createServer((req, res) => {
    void readText(req).then((body) => {
      const { method, url: path, headers, socket } = req;
      const { authorization } = headers;
      seen.push({ method, url: path, authorization, body, port: socket.remotePort });
      answer(res);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/emea/`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const connect = (token?: string, timeoutMs = 10_000) =>
  createConnector(
    url,
    createConnectorHttp(async () => token, timeoutMs),
  ).conversations;

async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

describe('the connector', () => {
  it('is called where its API says, with ids that cannot leave their place', async () => {
    const thread = '19:c@thread.tacv2;messageid=1';
    const connector = connect();
    await connector.sendToConversation(thread, { text: 'é' });
    await connector.replyToActivity(thread, 'a/../b', {});
    await connector.updateActivity('a:1', '7', {});
    await connector.getConversationMember('a:1', '29:x');
    await connector.createConversation({ isGroup: false });
    expect(seen.map(({ method, url: path, body }) => `${method} ${path} ${body}`)).toEqual([
      'POST /emea/v3/conversations/19%3Ac%40thread.tacv2%3Bmessageid%3D1/activities {"text":"é"}',
      'POST /emea/v3/conversations/19%3Ac%40thread.tacv2%3Bmessageid%3D1/activities/a%2F..%2Fb {}',
      'PUT /emea/v3/conversations/a%3A1/activities/7 {}',
      'GET /emea/v3/conversations/a%3A1/members/29%3Ax ',
      'POST /emea/v3/conversations {"isGroup":false}',
    ]);
  });

  it('answers with what it gave, or with nothing', async () => {
    expect(await connect().sendToConversation('a:1', {})).toEqual({ id: 'sent-1' });
    answer = (res) => res.writeHead(202).end();
    expect(await connect().sendToConversation('a:1', {})).toBeUndefined();
  });

  it("is shown the bot's token, where it has one", async () => {
    await connect('Bearer t').sendToConversation('a:1', {});
    await connect().sendToConversation('a:1', {});
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer t', undefined]);
  });

  it('keeps its connection from call to call', async () => {
    await connect().sendToConversation('a:1', {});
    await connect().sendToConversation('a:2', {});
    expect(seen[0]?.port).toBe(seen[1]?.port);
  });

  it('says why it refused, and when to come back', async () => {
    const body = '{"error":{"code":"TooManyRequests","message":"slow down"}}';
    answer = (res) => res.writeHead(429, { 'Retry-After': '2' }).end(body);
    const refusal = await connect()
      .sendToConversation('a:1', {})
      .catch((err: unknown) => err);
    expect(refusal).toBeInstanceOf(ConnectorError);
    expect(refusal).toMatchObject({
      statusCode: 429,
      reason: 'TooManyRequests',
      message: 'slow down',
      retryAfterMs: 2000,
    });
  });

  it('may refuse in words that are not its own', async () => {
    answer = (res) => res.writeHead(502).end('<html>Bad gateway</html>');
    await expect(connect().sendToConversation('a:1', {})).rejects.toMatchObject({
      statusCode: 502,
      message: 'Teams answered 502.',
      retryAfterMs: undefined,
    });
  });

  it.each([
    ['before it answers', () => undefined],
    ['in the middle of an answer', (res: ServerResponse) => void res.writeHead(200).write('{')],
  ])('is not waited for for ever, when it falls silent %s', async (_when, silent) => {
    answer = silent;
    const impatient = connect(undefined, 50);
    await expect(impatient.sendToConversation('a:1', {})).rejects.toThrow(DeliveryTimeoutError);
  });

  it('fails with what the network says, when the connection breaks', async () => {
    answer = (res) => void res.destroy();
    await expect(connect().sendToConversation('a:1', {})).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
  });

  it('is called once more when it closed the kept connection as the call set out', async () => {
    const connector = connect();
    await connector.sendToConversation('a:1', { text: 'first' });
    answer = (res) => {
      answer = (next) => next.writeHead(201).end('{"id":"sent-2"}');
      res.socket?.destroy();
    };
    expect(await connector.sendToConversation('a:1', { text: 'second' })).toEqual({ id: 'sent-2' });
  });

  it('is called over a new connection when it closed all that were kept', async () => {
    const connector = connect();
    const held: ServerResponse[] = [];
    answer = (res) => {
      held.push(res);
      if (held.length === 3) for (const each of held) each.writeHead(201).end();
    };
    await Promise.all(['a:1', 'a:2', 'a:3'].map((id) => connector.sendToConversation(id, {})));
    const kept = new Set(seen.map(({ port }) => port));
    expect(kept.size).toBe(3);
    // The bot has heard of none of it when it takes one of them for the next call.
    answer = (res) => {
      if (kept.has(res.socket?.remotePort)) res.socket?.destroy();
      else res.writeHead(201).end('{"id":"sent-4"}');
    };
    expect(await connector.sendToConversation('a:1', {})).toEqual({ id: 'sent-4' });
  });

  it('is called once more when the kept connection broke as it was written to', async () => {
    const connector = connect();
    await connector.sendToConversation('a:1', {});
    let broken = 0;
    const breakIt = (message: unknown) => {
      const { request } = message as { request: ClientRequest };
      if (!request.reusedSocket) return;
      broken += 1;
      request.socket?.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    };
    subscribe('http.client.request.start', breakIt);
    onTestFinished(() => void unsubscribe('http.client.request.start', breakIt));
    expect(await connector.sendToConversation('a:1', {})).toEqual({ id: 'sent-1' });
    expect(broken).toBe(1);
  });

  it('is not called again when it closed a connection that was new', async () => {
    answer = (res) => res.socket?.destroy();
    await expect(connect().sendToConversation('a:1', {})).rejects.toThrow('socket hang up');
    expect(seen).toHaveLength(1);
  });
});
