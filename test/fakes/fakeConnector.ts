import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A message that the bot sent or updated, as the Bot Connector received it. */
export interface Delivered {
  method: 'POST' | 'PUT';
  conversationId: string;
  /** The message's id: given by the connector, or named by an update. */
  id: string;
  activity: SentActivity;
}

export interface SentActivity {
  type: string;
  text?: string;
  summary?: string;
  replyToId?: string;
  attachments?: { contentType: string; content: Record<string, unknown> }[];
}

/** What the connector does with the next requests: an HTTP status, or a hang-up. */
export type Fault =
  | { status: number; retryAfterSeconds?: number }
  | { hangUp: true }
  /** Takes the message, and then hangs up instead of answering. */
  | { takesAndHangsUp: true }
  /** Takes the message as always, but answers only after a while. */
  | { afterMs: number };

export interface FakeConnector {
  /** What activities name as their `serviceUrl`. */
  url: string;
  /** Everything that was delivered, in order. */
  delivered: Delivered[];
  /** The card that stands in a message now, after all updates. */
  cardOf(messageId: string): Record<string, unknown> | undefined;
  /** Makes the next requests fail, one fault each. */
  failNext(...faults: Fault[]): void;
  /** From now on asks for a fault at every request that has none of its own yet. */
  misbehave(faultOf: (method: string) => Fault | undefined): void;
  /** Conversation → person → what Teams tells of them, such as `{ userRole: 'owner' }`. */
  members: Map<string, Map<string, { userRole?: string }>>;
  /** Forgets a message, so that an update of it gets 404. */
  loseMessage(messageId: string): void;
  close(): Promise<void>;
}

const MEMBER = /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/;
const SEND = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

/** The Bot Connector as far as a bot sees it: sends, replies, updates; over real HTTP. */
export async function startFakeConnector(port = 0): Promise<FakeConnector> {
  const delivered: Delivered[] = [];
  const messages = new Map<string, SentActivity>();
  const faults: Fault[] = [];
  let faultOf: (method: string) => Fault | undefined = () => undefined;
  const members: FakeConnector['members'] = new Map();
  let lastId = 0;

  const server: Server = createServer((req, res) => {
    void readJson(req).then((body) => {
      const fault = faults.shift() ?? faultOf(req.method ?? '');
      const answer = async (
        status: number,
        value: unknown,
        headers: Record<string, string> = {},
      ): Promise<void> => {
        if (fault && 'takesAndHangsUp' in fault) return void req.socket.destroy();
        if (fault && 'afterMs' in fault) await sleep(fault.afterMs, undefined, { ref: false });
        res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
        res.end(JSON.stringify(value));
      };
      if (fault && 'hangUp' in fault) return void req.socket.destroy();
      if (fault && 'status' in fault) {
        const { status, retryAfterSeconds: wait } = fault;
        const error = { error: { code: 'Fault', message: `planned ${status}` } };
        return void answer(
          status,
          error,
          wait === undefined ? {} : { 'Retry-After': String(wait) },
        );
      }
      const path = new URL(req.url ?? '/', 'http://connector').pathname;
      const member = MEMBER.exec(path);
      if (member) {
        const [room = '', id = ''] = member.slice(1).map(decodeURIComponent);
        const known = members.get(room)?.get(id);
        if (known) return void answer(200, { id, name: id, ...known });
        return void answer(404, { error: { code: 'MemberNotFoundInConversation', message: id } });
      }
      if (path === '/v3/conversations') {
        const person = (body as { members?: { id: string }[] }).members?.[0]?.id ?? '';
        return void answer(201, { id: `a:${person}` });
      }
      const match = SEND.exec(path);
      if (!match) return void answer(404, { error: { code: 'NotFound', message: req.url } });
      const conversationId = decodeURIComponent(match[1] ?? '');
      const activity = body as SentActivity;
      if (req.method === 'PUT') {
        const id = decodeURIComponent(match[2] ?? '');
        if (!messages.has(id)) {
          const code = 'ActivityNotFoundInConversation';
          return void answer(404, { error: { code, message: 'no such message' } });
        }
        messages.set(id, activity);
        delivered.push({ method: 'PUT', conversationId, id, activity });
        return void answer(200, { id });
      }
      const id = `sent-${++lastId}`;
      messages.set(id, activity);
      delivered.push({ method: 'POST', conversationId, id, activity });
      void answer(201, { id });
    });
  });
  // Busy tests may pause for longer than Node keeps an idle connection.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${address.port}/`,
    delivered,
    members,
    cardOf: (messageId) => messages.get(messageId)?.attachments?.[0]?.content,
    failNext: (...next) => void faults.push(...next),
    misbehave(next) {
      faultOf = next;
    },
    loseMessage: (messageId) => void messages.delete(messageId),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
