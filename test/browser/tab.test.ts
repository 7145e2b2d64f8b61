import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/cli/preview/openBrowser.js';
import { openCase, startApi, type Api } from '../http/api/startApi.js';

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const MAX_IMAGE_BYTES = 300_000;

const THEMES: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high-contrast': { colorScheme: 'dark', contrast: 'more' },
};

let api: Api;
let browser: Browser;

beforeAll(async () => {
  await build({
    configFile: fileURLToPath(new URL('../../src/tab/vite.config.ts', import.meta.url)),
    logLevel: 'warn',
  });
  api = await startApi();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

/** Opens the tab in a browser of its own, as somebody with this role. */
async function openTab(
  role: 'moderator' | 'admin',
  options: BrowserContextOptions = {},
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    const expected = message.text().includes('status of 401') || message.text().includes('409');
    if (message.type() === 'error' && !expected) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(api.address)) problems.push(`asked for ${request.url()}`);
  });
  await page.goto(`${api.address}/tab`);
  await page.getByRole('button', { name: role === 'admin' ? /^Admin/ : /^Moderator/ }).click();
  await page.getByRole('tab', { name: 'Questions' }).waitFor();
  return { page, problems };
}

/** What axe finds serious, as sentences; Fluent's own guards of the focus hold it only in passing. */
async function seriousIn(page: Page): Promise<string[]> {
  // Put in by the test, not by the page: its policy does not concern it.
  await page.evaluate(await readAxe());
  return page.evaluate(
    `axe.run({ exclude: ['[data-tabster-dummy]'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  );
}
let axe: string | undefined;
async function readAxe(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  axe ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return axe;
}

async function takePicture(page: Page, name: string): Promise<void> {
  const path = `${IMAGES}${name}.png`;
  await page.screenshot({ path, animations: 'disabled' });
  expect((await stat(path)).size).toBeLessThan(MAX_IMAGE_BYTES);
}

describe('the inbox', () => {
  beforeAll(async () => {
    const now = Date.now();
    await openCase(api.store, 'CASE01', { openedAt: new Date(now - 3_600_000) });
    await openCase(api.store, 'CASE02', {
      text: 'Mon relevé est vide depuis hier <b>gras</b>',
      language: 'fr',
      openedAt: new Date(now - 7_200_000),
    });
    await openCase(api.store, 'CASE03', {
      text: 'Wo finde ich den Kalender?',
      language: 'de',
      openedAt: new Date(now - 86_400_000),
    });
  });

  it.each(Object.keys(THEMES))('is clean for axe, theme %s', async (theme) => {
    const { page, problems } = await openTab('moderator', THEMES[theme]);
    await page.getByRole('option', { name: /grey padlock/ }).click();
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await page.getByLabel('Your answer').fill('Please press **the button** on the side.');
    await expect.poll(() => page.locator('.ac-adaptiveCard').count()).toBe(1);
    await expect.poll(() => page.locator('.ac-adaptiveCard').innerText()).toContain('the button');
    expect(await seriousIn(page)).toEqual([]);
    await takePicture(page, `tab-inbox-${theme}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('works by keys alone: j chooses, c claims, a answers', async () => {
    const { page, problems } = await openTab('moderator');
    await page.getByRole('option', { name: /grey padlock/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: 'Question CASE01' }).waitFor();
    await page.keyboard.press('c');
    await page.getByText('The question is yours.').waitFor();
    await page.keyboard.press('a');
    await page.getByLabel('Your answer').fill('Please restart the tablet.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The answer is on its way.').waitFor();
    expect((await api.store.cases.read('CASE01'))?.answer).toMatchObject({
      text: 'Please restart the tablet.',
    });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows at once what somebody else did, and tells the second who was first', async () => {
    const [one, two] = [await openTab('moderator'), await openTab('admin')];
    for (const { page } of [one, two]) {
      await page.getByRole('option', { name: /relevé/ }).click();
      await page.getByRole('button', { name: 'I look after it' }).waitFor();
    }
    await one.page.getByRole('button', { name: 'I look after it' }).click();
    await two.page.getByText('Local moderator looks at it').first().waitFor({ timeout: 2_000 });
    expect(await two.page.getByRole('button', { name: 'I look after it' }).count()).toBe(0);
    // A script in a question stays text.
    expect(await two.page.locator('blockquote b').count()).toBe(0);
    expect([...one.problems, ...two.problems]).toEqual([]);
    await one.page.context().close();
    await two.page.context().close();
  });

  it('teaches a phrase, and asks again when that would turn others wrong', async () => {
    const { page } = await openTab('moderator');
    await page.getByRole('option', { name: /Kalender/ }).click();
    await page.getByRole('button', { name: 'Teach the helper' }).click();
    await page.getByLabel('The question, as people ask it').fill('what is my password');
    await page.getByRole('dialog').getByRole('button', { name: 'Teach the helper' }).click();
    await page.getByText('would then be answered differently').waitFor();
    await page.getByRole('button', { name: 'Teach even so' }).click();
    await page.getByText('The helper has learnt it.').waitFor();
    await page.context().close();
  });

  it('keeps everything at 200 % zoom', async () => {
    const { page } = await openTab('moderator', { viewport: { width: 640, height: 430 } });
    await page.getByRole('option', { name: /Kalender/ }).click();
    await page.getByRole('button', { name: 'Put aside' }).waitFor();
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.getByRole('option', { name: /Kalender/ }).waitFor();
    await page.context().close();
  });
});
