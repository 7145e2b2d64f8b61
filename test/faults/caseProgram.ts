import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStore } from '../../src/store/createStore.js';
import type { Case, CaseEventKind } from '../../src/support/cases/case.js';
import type { Composers } from '../../src/support/composer.js';
import { createDelivery } from '../../src/support/delivery/createDelivery.js';
import type { OutboxMessage } from '../../src/support/outbox.js';
import type { Place } from '../../src/support/question.js';
import type { Reply } from '../../src/support/reply.js';
import { createNotifier } from '../../src/teams/createNotifier.js';
import { createTeamsAdapter } from '../../src/teams/teamsAdapter.js';
import { silentLog as log } from '../store/silentLog.js';
import { unwatched } from '../fakes/unwatched.js';

/**
 * A program to be killed: opens cases and answers them as fast as it can, on the real store, outbox,
 * delivery and adapter, and prints a line for each step once it was acknowledged. With "drain" it
 * does nothing new, tries again what lies dead, and ends when all is said.
 */
const [mode, serviceUrl = '', sqliteFile = '', databaseUrl, startMs] = process.argv.slice(2);
/** Time runs faster here, so that nobody waits for long until a lease or a pause is over. */
const PACE = 20;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const began = Date.now();
const clock = () => new Date(Number(startMs) + (Date.now() - began) * PACE);

const store = await createStore({ sqliteFile, databaseUrl, log, clock });
const adapter = createTeamsAdapter({ allowedTenants: [] }, () => Promise.resolve(), {
  log,
  watch: unwatched,
});
const cards = {
  render: (_card: string, _language: string, { fallback }: { fallback?: unknown }) => ({
    type: 'AdaptiveCard',
    body: [{ type: 'TextBlock', text: String(fallback) }],
  }),
  warmUp: () => Promise.resolve(),
};

const placeAt = (conversationId: string): Place => ({
  scope: 'channel',
  conversationId,
  roomId: conversationId,
  address: { channelId: 'msteams', serviceUrl, conversation: { id: conversationId } },
});
const say = (text: string): Reply => ({
  summary: text,
  view: { card: 'notice', language: 'en', data: { fallback: text } },
});
const composers: Composers = {
  async card({ payload }) {
    const id = String(payload);
    const found = await store.cases.read(id);
    return {
      place: placeAt(`card of ${id}`),
      reply: say(`${id} ${found?.state}`),
      replaces: await store.memory.read<string>('card', id),
      sent: (messageId) => store.memory.write('card', id, messageId, YEAR_MS),
    };
  },
  async answer({ payload }) {
    const found = await store.cases.read(String(payload));
    const [asking] = found?.askings ?? [];
    return asking && { place: asking.place, reply: say(`answer to ${found?.id}`) };
  },
};
const delivery = createDelivery({
  outbox: store.outbox,
  composers,
  notifier: createNotifier(adapter.continueAt, cards),
  clock,
  log,
});

const message = (kind: 'card' | 'answer', id: string): OutboxMessage => ({
  id: `${kind} ${id}`,
  kind,
  queue: id,
  lane: `${kind} ${id}`,
  payload: id,
});
const event = (kind: CaseEventKind) => ({ kind, by: { id: 'm', name: 'M' }, at: clock() });

async function open(): Promise<void> {
  const id = randomUUID();
  const asking = {
    id,
    person: { id: 'ana', name: 'Ana' },
    place: placeAt(`thread of ${id}`),
    text: 'where is my code',
    language: 'en',
    reason: 'nothing-matched' as const,
    askedAt: clock(),
    state: 'waiting' as const,
  };
  const next: Case = {
    id,
    version: 0,
    state: 'open',
    text: asking.text,
    language: 'en',
    askings: [asking],
    guesses: [],
    openedAt: clock(),
    changedAt: clock(),
  };
  await store.cases.open({ next, event: event('opened'), messages: [message('card', id)] });
  writeSync(1, `opened ${id}\n`);
}

async function answer(): Promise<void> {
  const { cases } = await store.cases.list({ states: ['open'], limit: 5 });
  const some = cases[Math.floor(Math.random() * cases.length)];
  if (!some) return;
  const changed = await store.cases.change({
    next: { ...some, state: 'answered', changedAt: clock() },
    event: event('answered'),
    messages: [message('answer', some.id), message('card', some.id)],
  });
  if (changed) writeSync(1, `answered ${some.id}\n`);
}

async function forEver(work: () => Promise<void>): Promise<void> {
  for (;;) {
    await work();
    await sleep(Math.random() * 60);
  }
}

async function drain(): Promise<void> {
  for (;;) {
    for (const { id } of await store.outbox.dead()) await store.outbox.retry(id);
    await delivery.deliverDue();
    const { waiting, dead } = await store.outbox.depth();
    if (waiting + dead === 0) break;
    await sleep(50);
  }
  await delivery.stop();
  await store.close();
}

writeSync(1, 'ready\n');
if (mode === 'drain') await drain();
else {
  delivery.start(1_000 / PACE);
  await Promise.all([forEver(open), forEver(answer), forEver(answer)]);
}
