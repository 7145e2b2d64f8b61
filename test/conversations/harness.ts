import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { vi } from 'vitest';
import { createApp, type App, type Overrides } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { startFakeConnector, type Delivered, type FakeConnector } from '../fakes/fakeConnector.js';
import { CACHE_FOLDER } from '../cacheFolder.js';

export const BOT = { id: '28:bot', name: 'After EC Helper' };

export interface Person {
  id: string;
  name: string;
  locale?: string;
  /** As Entra knows them; made of the id where left out. */
  entraId?: string;
}

/** Three people who meet in these tests. */
export const ana: Person = { id: '29:ana', name: 'Ana', locale: 'en-GB' };
export const luc: Person = { id: '29:luc', name: 'Luc', locale: 'fr-BE' };
export const gerda: Person = { id: '29:gerda', name: 'Gerda', locale: 'de-DE' };

export interface PostOptions {
  /** Whether the bot is mentioned in front of the text; true in a channel unless said otherwise. */
  mention?: boolean;
  /** The root message of the thread that is answered; a new thread where left out. */
  thread?: string;
  /** Overrides any field of the activity. */
  activity?: Record<string, unknown>;
}

export interface Turn {
  status: number;
  body: unknown;
  /** What the bot sent or updated during the turn. */
  said: Delivered[];
  /** The id of the posted message. */
  messageId: string;
}

export interface Helper {
  app: App;
  /** Where the program listens. */
  address: string;
  connector: FakeConnector;
  /** The lines logged so far, as objects. */
  logged: Record<string, unknown>[];
  /** Posts any JSON to /api/messages. */
  deliver(activity: unknown, headers?: Record<string, string>): Promise<Turn>;
  inChannel(person: Person, text: string, options?: PostOptions): Promise<Turn>;
  inChat(person: Person, text: string, options?: PostOptions): Promise<Turn>;
  /** The actions on the card of a turn. */
  actionsOn(turn: Turn): CardAction[];
  /** Sends what Teams sends when something is done on a message of the bot. */
  invoke(
    person: Person,
    on: Pick<Delivered, 'id' | 'conversationId'>,
    name: string,
    value: unknown,
  ): Promise<Turn>;
  /** Presses the button with this title (or verb) on a card that the bot sent. */
  press(person: Person, on: Delivered, button: string): Promise<Turn>;
  close(): Promise<void>;
}

export interface HarnessOptions extends Overrides {
  env?: Record<string, string>;
  /** Keeps the data of an earlier helper, as after a restart. */
  dataFolder?: string;
  /** Where Teams was before, when it must be found there again. */
  connectorPort?: number;
}

/** Starts the real program on a free port, with a fake Bot Connector in the place of Teams. */
export async function startHelper(options: HarnessOptions = {}): Promise<Helper> {
  const { env = {}, dataFolder: givenFolder, connectorPort, ...overrides } = options;
  const dataFolder = givenFolder ?? (await mkdtemp(join(tmpdir(), 'helper-')));
  const connector = await startFakeConnector(connectorPort);
  const logged: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'debug' },
    { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const config = readConfig({
    PORT: '0',
    DATA_FOLDER: dataFolder,
    CACHE_FOLDER,
    BOT_NAME: BOT.name,
    ...env,
  });
  const app = await createApp(config, { log, watching: false, ...overrides });
  const address = await app.listen();
  let lastMessage = 1_700_000_000_000;

  const deliver: Helper['deliver'] = async (activity, headers = {}) => {
    const before = connector.delivered.length;
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      said: connector.delivered.slice(before),
      messageId: String((activity as { id?: unknown }).id ?? ''),
    };
  };

  const message = (person: Person, text: string, mention: boolean) => ({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: connector.url,
    from: { id: person.id, name: person.name, aadObjectId: person.entraId ?? `aad-${person.id}` },
    recipient: BOT,
    ...(person.locale === undefined ? {} : { locale: person.locale }),
    textFormat: 'plain',
    text: mention ? `<at>${BOT.name}</at> ${text}` : text,
    entities: mention ? [{ type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` }] : [],
  });

  const invoke: Helper['invoke'] = (person, on, name, value) => {
    const inChannel = on.conversationId.startsWith('19:');
    return deliver({
      ...message(person, '', false),
      type: 'invoke',
      name,
      id: `f:${++lastMessage}`,
      replyToId: on.id,
      conversation: inChannel
        ? { ...channelConversation(''), id: on.conversationId }
        : { id: on.conversationId, conversationType: 'personal', tenantId: 'tenant' },
      channelData: inChannel ? CHANNEL_DATA : { tenant: { id: 'tenant' } },
      value,
    });
  };

  return {
    app,
    address,
    connector,
    logged,
    deliver,
    inChannel(person, text, { mention = true, thread, activity = {} } = {}) {
      const id = String(++lastMessage);
      return deliver({
        ...message(person, text, mention),
        id,
        conversation: channelConversation(thread ?? id),
        channelData: CHANNEL_DATA,
        ...activity,
      });
    },
    inChat(person, text, { activity = {} } = {}) {
      return deliver({
        ...message(person, text, false),
        id: String(++lastMessage),
        conversation: { id: `a:${person.id}`, conversationType: 'personal', tenantId: 'tenant' },
        channelData: { tenant: { id: 'tenant' } },
        ...activity,
      });
    },
    actionsOn: (turn) => actionsOf(cardIn(turn)),
    invoke,
    press(person, on, button) {
      const card = connector.cardOf(on.id);
      const action = actionsOf(card).find(
        ({ title, verb, type }) => type === 'Action.Execute' && [title, verb].includes(button),
      );
      if (!action) throw new Error(`there is no button "${button}" on ${JSON.stringify(card)}`);
      return invoke(person, on, 'adaptiveCard/action', { action, trigger: 'manual' });
    },
    async close() {
      await app.close();
      await connector.close();
      if (givenFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

const CHANNEL_DATA = {
  tenant: { id: 'tenant' },
  team: { id: '19:team@thread.tacv2' },
  channel: { id: '19:channel@thread.tacv2' },
};

function channelConversation(thread: string) {
  return {
    id: `19:channel@thread.tacv2;messageid=${thread}`,
    conversationType: 'channel',
    isGroup: true,
    tenantId: 'tenant',
  };
}

export interface CardAction {
  type: string;
  title?: string;
  verb?: string;
  data?: Record<string, unknown>;
  fallback?: CardAction;
}

/** Every action on a card, wherever it stands, fallbacks left out. */
export function actionsOf(card: unknown): CardAction[] {
  if (Array.isArray(card)) return card.flatMap(actionsOf);
  if (typeof card !== 'object' || card === null) return [];
  const node = card as Record<string, unknown>;
  if (typeof node['type'] === 'string' && node['type'].startsWith('Action.')) {
    return [node as unknown as CardAction];
  }
  return Object.values(node).flatMap(actionsOf);
}

/** The card in a message, or the one that an invoke was answered with. */
export function cardIn(turn: Turn): Record<string, unknown> {
  const invoked = (turn.body as { value?: Record<string, unknown> } | undefined)?.value;
  const card = turn.said.at(-1)?.activity.attachments?.[0]?.content ?? invoked;
  if (!card) throw new Error(`no card in ${JSON.stringify(turn)}`);
  return card;
}

/** Makes the matcher waver between three topics, whatever is asked. */
export function makeUnsure({ app }: Helper): void {
  vi.spyOn(app.knowledge().matcher, 'match').mockReturnValue({
    language: 'en',
    outcome: 'suggest',
    topics: ['account-locked', 'forgotten-password', 'no-sms'].map((id) => ({
      id,
      confidence: 0.3,
    })),
  });
}

/** All the words on a card, for asking what it says. */
export function wordsOn(card: unknown): string {
  if (Array.isArray(card)) return card.map(wordsOn).join('\n');
  if (typeof card !== 'object' || card === null) return '';
  return Object.entries(card)
    .map(([key, value]) => (key === 'text' && typeof value === 'string' ? value : wordsOn(value)))
    .filter((words) => words !== '')
    .join('\n');
}
