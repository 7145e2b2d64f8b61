import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.js';
import { freePort } from '../../src/cli/playground/freePort.js';
import { startPlayground, type Playground } from '../../src/cli/playground/startPlayground.js';
import { openBrowser } from '../../src/cli/preview/openBrowser.js';
import { readConfig } from '../../src/config.js';
import { CACHE_FOLDER } from '../cacheFolder.js';

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const MAX_IMAGE_BYTES = 300_000;
/** Right of the card in a picture. */
const MARGIN_PX = 16;

describe('The channel “Teams After EC” in the Agents Playground', () => {
  let folder: string;
  let app: App | undefined;
  let playground: Playground | undefined;
  let browser: Browser | undefined;
  let page: Page;
  let question = 'my account is locked';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'playground-'));
    const config = readConfig({
      PORT: String(await freePort()),
      DATA_FOLDER: folder,
      CACHE_FOLDER,
    });
    app = await createApp(config, { log: pino({ level: 'silent' }), watching: false });
    const address = await app.listen();
    playground = await startPlayground({
      messagesUrl: `${address}/api/messages`,
      port: await freePort(),
      logFile: join(folder, 'playground.log'),
    });
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 2200 } });
    // Only this machine is called: what the page wants from elsewhere it can do without.
    await page.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    await page.goto(playground.url);
    await page.getByRole('treeitem', { name: 'After EC - Teams After EC' }).click();
    await page.getByRole('button', { name: 'Hide log panel' }).click();
  });

  afterAll(async () => {
    await browser?.close();
    await playground?.close();
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('A question with a mention is answered in its thread by a card', async () => {
    await post(question);
    const answer = cardIn(thread());
    await expect
      .poll(() => titleOf(answer))
      .toBe('Your account is locked after too many wrong passwords');
    await expect
      .poll(() => answer.getByRole('button', { name: 'Forgotten password' }).count())
      .toBe(1);
    await takePicture('playground-answer.png');
  });

  it('Pressing a related question changes the card in its place', async () => {
    await cardIn(thread()).getByRole('button', { name: 'Forgotten password' }).click();
    await expect.poll(() => titleOf(cardIn(thread()))).toMatch(/password/);
    await expect.poll(() => titleOf(cardIn(thread()))).not.toMatch(/locked/);
    expect(await thread().locator('.ac-adaptiveCard').count()).toBe(1);
    await takePicture('playground-pressed.png');
  });

  it('The dialog about text messages leads from the question to a person, a step a card', async () => {
    question = 'the text message with the code never comes';
    await post(question);
    await press('Guide me step by step');
    await expect.poll(() => titleOf(cardIn(thread()))).toContain('No text message');
    await press('A smartphone');
    await press('Only “Password”');
    await press('No');
    await expect.poll(() => cardIn(thread()).innerText()).toContain('EC-CENTRAL-HELPDESK');
    expect(await thread().locator('.ac-adaptiveCard').count()).toBe(1);
  });

  /** Presses a button on the newest card, when it is there. */
  async function press(name: string): Promise<void> {
    await cardIn(thread()).getByRole('button', { name, exact: true }).click({ timeout: 20_000 });
  }

  /** Types a new post in the channel, with the bot mentioned first. */
  async function post(text: string): Promise<void> {
    await page.getByRole('textbox').filter({ visible: true }).first().click();
    await page.keyboard.type('@After', { delay: 30 });
    await page.getByRole('menuitem', { name: 'After EC Helper' }).click();
    await page.keyboard.type(` ${text}`);
    await page.getByRole('button', { name: 'Post', exact: true }).click();
  }

  /** The newest post with its replies: the Playground shows it first. */
  function thread(): Locator {
    return page.getByRole('group').filter({ hasText: question }).first();
  }

  function cardIn(within: Locator): Locator {
    return within.locator('.ac-adaptiveCard').first();
  }

  function titleOf(card: Locator): Promise<string> {
    return card.getByRole('heading').first().innerText({ timeout: 20_000 });
  }

  /** The question and its card, from edge to edge. */
  async function takePicture(name: string): Promise<void> {
    await page.mouse.move(0, 0);
    await thread().evaluate('(post) => post.scrollIntoView({ block: "start" })');
    const post = await thread().boundingBox();
    const card = await cardIn(thread()).boundingBox();
    if (!post || !card) throw new Error('The post and its card must be in sight.');
    const file = join(IMAGES, name);
    await page.screenshot({
      path: file,
      animations: 'disabled',
      clip: {
        x: post.x,
        y: post.y,
        width: card.x + card.width - post.x + MARGIN_PX,
        height: card.y + card.height - post.y + 2,
      },
    });
    expect((await stat(file)).size).toBeLessThan(MAX_IMAGE_BYTES);
  }
});
