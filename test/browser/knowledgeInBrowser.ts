import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openBrowser } from '../../src/cli/preview/openBrowser.js';
import type { FileEdit } from '../../src/support/editing/revision.js';
import { startHelper, type Helper } from '../conversations/harness.js';
import { copyShortContent } from '../conversations/shortContent.js';
import { buildTab, visitTab, type Visit, type VisitOptions } from './tabInBrowser.js';

export const TOPIC = 'knowledge/topics/account-locked.json';
export const TITLE = 'Your account is locked after too many wrong passwords';
export const PHRASES = 'knowledge/phrases/en/account-locked.json';
/** Whom the tab signs in as an admin in local mode. */
export const ADMIN = 'local-admin';
/** For what the program does in its own time, such as learning. */
export const SLOW = { timeout: 60_000 };

const OVERDUE = 'knowledge/topics/clear-browser.json';

export interface KnowledgeInBrowser {
  helper: Helper;
  browser: Browser;
  /** A file as it is served. */
  served(path: string): Promise<string | undefined>;
  /** What the admin has changed and not published. */
  draft(): Promise<readonly FileEdit[]>;
  /** Opens the page as an admin, does something there, and closes it. */
  onPage(visit: Visit, options?: VisitOptions): Promise<void>;
  close(): Promise<void>;
}

/**
 * The program on content that it learns quickly, and Chromium, for all tests of a file; each begins
 * without a draft.
 * @returns what is there once the first test begins
 */
export function useKnowledge(): KnowledgeInBrowser {
  const tab = {} as KnowledgeInBrowser;
  beforeAll(async () => {
    Object.assign(tab, await startKnowledge());
  });
  afterAll(() => tab.close?.());
  beforeEach(() => tab.helper.app.desk.dropDraft(ADMIN));
  return tab;
}

async function startKnowledge(): Promise<KnowledgeInBrowser> {
  const root = await copyShortContent();
  const overdue = join(root, OVERDUE);
  const text = await readFile(overdue, 'utf8');
  await writeFile(overdue, text.replace(/"reviewed": "[^"]*"/, '"reviewed": "2020-02-02"'));
  const env = { CONTENT_FOLDER: root, CACHE_FOLDER: join(root, 'cache') };
  const [helper, browser] = await Promise.all([startHelper({ env }), openBrowser(), buildTab()]);
  const { desk } = helper.app;
  return {
    helper,
    browser,
    served: async (path) => (await desk.filesOf(desk.served().number))?.get(path),
    draft: async () => (await desk.draftOf(ADMIN))?.edits ?? [],
    onPage: (visit, options) =>
      visitTab(
        browser,
        helper.address,
        async (page, opened) => {
          await page.getByRole('tab', { name: 'Knowledge' }).click();
          await visit(page, opened);
        },
        { role: 'admin', ...options },
      ),
    async close() {
      await browser.close();
      await helper.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export async function openFile(page: Page, path: string): Promise<void> {
  await page.getByLabel('File', { exact: true }).selectOption(path);
  await jsonOf(page, path).waitFor();
}

export const jsonOf = (page: Page, path: string) => page.getByRole('textbox', { name: path });
export const cardOf = (page: Page) => page.locator('.ac-adaptiveCard');
/** The fields for the texts of a topic in one language. */
export const textsOf = (page: Page, language = 'EN') =>
  page.getByRole('group', { name: `Texts (${language})` });
