import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCardRenderer, type CardRenderer } from '../../src/cards/cardRenderer.js';
import type { Notifier } from '../../src/support/ports.js';
import type { Reply } from '../../src/support/reply.js';
import { createNotifier } from '../../src/teams/createNotifier.js';
import { createTeamsAdapter } from '../../src/teams/teamsAdapter.js';
import { shippedContent } from '../dialogs/book.js';
import { startFakeConnector, type FakeConnector } from '../fakes/fakeConnector.js';
import { silentLog as log } from '../store/silentLog.js';
import { unwatched } from '../fakes/unwatched.js';

const reply: Reply = {
  summary: 'We know more',
  view: { card: 'notice', language: 'en', data: { fallback: 'We know more', message: 'Now.' } },
};

let cards: CardRenderer;
let connector: FakeConnector;
let notifier: Notifier;
beforeAll(async () => {
  const content = await shippedContent();
  cards = createCardRenderer(() => content);
});
beforeEach(async () => {
  connector = await startFakeConnector();
  const adapter = createTeamsAdapter({ allowedTenants: [] }, vi.fn(), {
    log,
    watch: unwatched,
  });
  notifier = createNotifier(adapter.continueAt, cards);
});
afterEach(() => connector.close());

const thread = () => ({
  scope: 'channel' as const,
  conversationId: '19:c;messageid=1',
  roomId: '19:c',
  address: {
    channelId: 'msteams',
    serviceUrl: connector.url,
    bot: { id: '28:bot' },
    conversation: { id: '19:c;messageid=1', conversationType: 'channel' },
  },
});

describe('what the bot says on its own account', () => {
  it('goes into the thread, and has an id', async () => {
    const id = await notifier.notify(thread(), reply);
    expect(connector.delivered).toMatchObject([
      { method: 'POST', conversationId: '19:c;messageid=1', id },
    ]);
  });

  it('takes the place of an earlier message', async () => {
    const id = await notifier.notify(thread(), reply);
    expect(await notifier.notify(thread(), reply, id)).toBe(id);
    expect(connector.delivered.at(-1)).toMatchObject({ method: 'PUT', id });
  });

  it('is said anew, under a new id, where the earlier message is gone', async () => {
    const id = (await notifier.notify(thread(), reply))!;
    connector.loseMessage(id);
    const anew = await notifier.notify(thread(), reply, id);
    expect(anew).not.toBe(id);
    expect(connector.cardOf(anew!)).toBeDefined();
  });

  it('is not said at all where the earlier message is gone and nothing is to be said anew', async () => {
    const id = (await notifier.notify(thread(), reply))!;
    const quietly = () => notifier.notify(thread(), reply, id, { anew: false });
    expect(await quietly()).toBe(id);
    connector.loseMessage(id);
    const before = connector.delivered.length;
    expect(await quietly()).toBeUndefined();
    expect(connector.delivered).toHaveLength(before);
    connector.failNext({ status: 503 });
    await expect(quietly()).rejects.toMatchObject({ again: true });
  });

  it.each([400, 401, 403, 404, 413, 500])('is not said again after %i', async (status) => {
    connector.failNext({ status });
    await expect(notifier.notify(thread(), reply)).rejects.toMatchObject({
      again: false,
      message: `Teams answered ${status}, Fault.`,
    });
    expect(connector.delivered).toEqual([]);
  });

  it.each([412, 502, 503, 504])('may be said again after %i, but not at once', async (status) => {
    connector.failNext({ status });
    await expect(notifier.notify(thread(), reply)).rejects.toMatchObject({ again: true });
    expect(connector.delivered).toEqual([]);
  });

  it('may be said again when the connection broke off', async () => {
    connector.failNext({ hangUp: true });
    await expect(notifier.notify(thread(), reply)).rejects.toMatchObject({ again: true });
  });

  it('waits for as long as Teams asks for', async () => {
    connector.failNext({ status: 429, retryAfterSeconds: 7 });
    await expect(notifier.notify(thread(), reply)).rejects.toMatchObject({
      again: true,
      retryAfterMs: 7_000,
    });
  });

  it('is not said where nobody knows the way', async () => {
    const nowhere = { ...thread(), address: undefined };
    await expect(notifier.notify(nowhere, reply)).rejects.toMatchObject({ again: false });
  });
});
