import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../src/cli/playground/freePort.js';
import { openBrowser } from '../../src/cli/preview/openBrowser.js';
import { createStore, type Store } from '../../src/store/createStore.js';
import { CACHE_FOLDER } from '../cacheFolder.js';
import { startProcess, type RunningProcess } from '../conversations/startProcess.js';
import { openCase } from '../http/api/startApi.js';
import { missingPostgres, startPostgres, type PostgresServer } from '../store/postgres.js';
import { silentLog } from '../store/silentLog.js';
import { buildTab, openTab, type OpenedTab } from './tabInBrowser.js';

const ROUNDS = 5;
const FILE = 'knowledge/topics/no-sms.json';
const title = missingPostgres ? `two replicas (${missingPostgres})` : 'two replicas';

describe.skipIf(missingPostgres !== undefined)(title, () => {
  let server: PostgresServer;
  let store: Store;
  let folder: string;
  let browser: Browser;
  const replicas: RunningProcess[] = [];
  const addresses: string[] = [];

  beforeAll(async () => {
    await buildTab();
    folder = await mkdtemp(join(tmpdir(), 'helper-replicas-'));
    server = await startPostgres();
    const databaseUrl = await server.freshUrl();
    for (const name of ['one', 'other']) {
      const port = await freePort();
      // Each on a machine of its own: neither knows what the other has found good or learnt since.
      const cacheFolder = join(folder, `${name}-cache`);
      await cp(CACHE_FOLDER, cacheFolder, { recursive: true });
      const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', CACHE_FOLDER: cacheFolder };
      replicas.push(await startProcess(port, join(folder, name), env));
      addresses.push(`http://127.0.0.1:${port}`);
    }
    store = await createStore({ databaseUrl, sqliteFile: '/nowhere', log: silentLog });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await store?.close();
    for (const { child, ended } of replicas) {
      child.kill('SIGTERM');
      await ended;
    }
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const openBoth = (): Promise<OpenedTab[]> =>
    Promise.all(addresses.map((address) => openTab(browser, address, 'admin')));
  const closeBoth = async (tabs: OpenedTab[]): Promise<void> => {
    for (const { page, problems } of tabs) {
      expect(problems).toEqual([]);
      await page.context().close();
    }
  };

  it('show each other’s questions and claims without a reload', async () => {
    const [one, other] = (await openBoth()) as [OpenedTab, OpenedTab];
    const asked: number[] = [];
    const claimed: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const text = `The padlock is back, number ${round}`;
      await openCase(store, `BOTH0${round}`, { text, openedAt: new Date() });
      const since = stopwatch();
      await Promise.all(
        [one, other].map(({ page }) => page.getByRole('option', { name: text }).waitFor()),
      );
      asked.push(since());
      for (const { page } of [one, other]) {
        await page.getByRole('option', { name: text }).click();
        await page.getByRole('button', { name: 'I look after it' }).waitFor();
      }
      const sinceClick = stopwatch();
      await one.page.getByRole('button', { name: 'I look after it' }).click();
      await other.page.getByRole('button', { name: 'Give it back' }).waitFor();
      claimed.push(sinceClick());
    }
    report('a question shown by both replicas, from its commit', asked);
    report('a claim shown by the other replica, from the click', claimed);
    await closeBoth([one, other]);
  });

  it('show what the other has published without a reload', async () => {
    const [one, other] = (await openBoth()) as [OpenedTab, OpenedTab];
    await other.page.getByRole('tab', { name: 'Knowledge' }).click();
    await other.page.getByRole('table', { name: 'Topics' }).waitFor();
    const called: number[] = [];
    const told: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const sinceClick = stopwatch();
      await one.page.evaluate(publish, { path: FILE, title: `No code, number ${round}` });
      const since = stopwatch();
      await other.page.getByText(`No code, number ${round}`).first().waitFor();
      called.push(sinceClick());
      told.push(since());
    }
    report('what was published, from asking for it, its check included', called);
    report('what was published, from its commit', told);
    await closeBoth([one, other]);
  });
});

/** Runs in the page, as its "Publish" does: gives the topic another English title. */
async function publish({ path, title }: { path: string; title: string }): Promise<void> {
  const headers = { 'X-Local-Role': 'admin', 'Content-Type': 'application/json' };
  const { served, files } = (await (await fetch('/api/knowledge', { headers })).json()) as {
    served: { number: number };
    files: Record<string, string>;
  };
  const topic = JSON.parse(files[path] ?? '') as { texts: { en: { title: string } } };
  topic.texts.en.title = title;
  const edits = [{ path, text: JSON.stringify(topic, undefined, 2) }];
  const body = JSON.stringify({ edits, note: 'Another title', basedOn: served.number });
  const answer = await fetch('/api/knowledge/publish', { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(await answer.text());
}

function stopwatch(): () => number {
  const begun = performance.now();
  return () => performance.now() - begun;
}

/** Told, not judged: how long it takes says as much about the machine as about the program. */
function report(what: string, timesMs: readonly number[]): void {
  const sorted = [...timesMs].sort((a, b) => a - b).map((ms) => Math.round(ms));
  console.log(`${what}: ${sorted.join(', ')} ms`);
}
