import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { build } from 'vite';
import { openBrowser } from '../../src/cli/preview/openBrowser.js';
import type { Role } from '../../src/http/signIn/caller.js';
import { startApi, type Api } from '../http/api/startApi.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAX_IMAGE_BYTES = 300_000;

export const THEMES: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high-contrast': { colorScheme: 'dark', contrast: 'more' },
};

export interface OpenedTab {
  page: Page;
  /** What the page complained of, and whom it asked besides its server. */
  problems: string[];
}

/** What is done on an open page. */
export type Visit = (page: Page, opened: OpenedTab) => Promise<void>;
export type TabOptions = BrowserContextOptions & {
  /** Who they say they are; nobody in particular where left out. */
  name?: string;
};
export type VisitOptions = TabOptions & { role?: Role };

export interface TabInBrowser {
  api: Api;
  /** Opens the tab in a browser of its own, as somebody with this role. */
  open(role: Role, options?: TabOptions): Promise<OpenedTab>;
  onPage(visit: Visit, options?: VisitOptions): Promise<void>;
  close(): Promise<void>;
}

/** Builds the tab, and starts the real server and Chromium. */
export async function startTab(): Promise<TabInBrowser> {
  await buildTab();
  const api = await startApi();
  const browser = await openBrowser();
  return {
    api,
    open: (role, options) => openTab(browser, api.address, role, options),
    onPage: (visit, options) => visitTab(browser, api.address, visit, options),
    async close() {
      await browser.close();
      await api.close();
    },
  };
}

/** Builds what the server serves at /tab. */
export async function buildTab(): Promise<void> {
  // vitest says "test", which would leave React's slow build behind in dist/.
  process.env['NODE_ENV'] = 'production';
  await build({ configFile: `${ROOT}src/tab/vite.config.ts`, logLevel: 'warn' });
}

/** Opens the tab of a server in a browser of its own, as somebody with this role. */
export async function openTab(
  browser: Browser,
  address: string,
  role: Role,
  { name = '', ...options }: TabOptions = {},
): Promise<OpenedTab> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    const isExpected = /status of (401|409|422)/.test(message.text());
    if (message.type() === 'error' && !isExpected) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(address) || request.url().startsWith('blob:');
    if (!isOwn) problems.push(`asked for ${request.url()}`);
  });
  await page.goto(`${address}/tab`);
  await page.getByRole('textbox').fill(name);
  // The words for the roles begin alike in every language of the tab.
  await page.getByRole('button', { name: role === 'admin' ? /^Admin/ : /^Mod/ }).click();
  await page.getByRole('tab').first().waitFor();
  return { page, problems };
}

/** Opens the tab, does something there, and closes it: it had nothing to complain of. */
export async function visitTab(
  browser: Browser,
  address: string,
  visit: Visit,
  { role = 'moderator', ...options }: VisitOptions = {},
): Promise<void> {
  const opened = await openTab(browser, address, role, options);
  try {
    await visit(opened.page, opened);
    expect(opened.problems).toEqual([]);
  } finally {
    await opened.page.context().close();
  }
}

/** How much of the page, in pixels, can only be seen by moving it sideways. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/**
 * What axe finds serious, as sentences. Fluent's own guards of the focus hold it only in passing.
 */
export async function seriousIn(page: Page): Promise<string[]> {
  // Put in by the test, not by the page: its policy does not concern it.
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(
    `axe.run({ exclude: ['[data-tabster-dummy]'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  );
}

/** Takes the picture of this name, if the README shows it. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!(await readFile(`${ROOT}README.md`, 'utf8')).includes(`docs/images/${name}.png`)) return;
  const path = `${ROOT}docs/images/${name}.png`;
  await page.screenshot({ path, animations: 'disabled' });
  expect((await stat(path)).size).toBeLessThan(MAX_IMAGE_BYTES);
}
