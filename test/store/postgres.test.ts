import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../src/store/createStore.js';
import { storeContract } from './contract.js';
import { missingPostgres, startPostgres, type PostgresServer } from './postgres.js';
import { silentLog as log } from './silentLog.js';

const title = missingPostgres ? `the store (${missingPostgres})` : 'the store';

describe.skipIf(missingPostgres !== undefined)(title, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server.stop();
  });
  const open = (databaseUrl: string, clock?: () => Date) =>
    createStore({ databaseUrl, sqliteFile: '/nowhere', log, clock });

  storeContract({
    name: 'on PostgreSQL',
    replicas: true,
    deadHandMs: 20_000,
    newHome: async () => {
      const databaseUrl = await server.freshUrl();
      return {
        open: (options) => createStore({ databaseUrl, sqliteFile: '/nowhere', log, ...options }),
      };
    },
  });

  describe('on PostgreSQL alone', () => {
    it('lets replicas start together on an empty database', async () => {
      const url = await server.freshUrl();
      const stores = await Promise.all(Array.from({ length: 5 }, () => open(url)));
      await Promise.all(stores.map((store) => store.ping()));
      await Promise.all(stores.map((store) => store.close()));
    });

    it('holds on to a message for as long as its replica lives', async () => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      const url = await server.freshUrl();
      let at = Date.UTC(2026, 2, 2);
      const [one, other] = await Promise.all([
        open(url, () => new Date(at)),
        open(url, () => new Date(at)),
      ]);
      await one.ledger.begin('a');
      for (let second = 0; second < 60; second += 1) {
        at += 1_000;
        vi.advanceTimersByTime(1_000);
        // The renewal is a query: it is through when one after it is.
        await one.ping();
      }
      expect(await other.ledger.begin('a')).toBe('duplicate');
      await one.close();
      at += 20_000;
      expect(await other.ledger.begin('a')).toBe('new');
      await other.close();
      vi.useRealTimers();
    });

    it('goes on when the server has dropped every connection', async () => {
      const store = await open(await server.freshUrl());
      await Promise.all(Array.from({ length: 8 }, () => store.ping()));
      await server.dropConnections();
      await vi.waitFor(() => store.ping());
      await store.memory.write('thread', 'a', 1, 60_000);
      expect(await store.memory.read('thread', 'a')).toBe(1);
      await store.close();
    });

    it('says what to do when the server is not there, and does not say the password', async () => {
      const opening = open('postgres://helper:secret@127.0.0.1:1/helper');
      await expect(opening).rejects.toMatchObject({ code: 'store-unreachable' });
      await expect(opening).rejects.toThrow(
        /postgres:\/\/helper@127\.0\.0\.1:1\/helper.*ECONNREFUSED/,
      );
      await expect(opening).rejects.not.toThrow(/secret/);
    });

    it('says so when the address is none', async () => {
      const opening = open('not an address: secret');
      await expect(opening).rejects.toMatchObject({ code: 'store-unreachable' });
      await expect(opening).rejects.not.toThrow(/secret/);
    });
  });
});
