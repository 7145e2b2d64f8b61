import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/cli/preview/openBrowser.js';
import { createStore } from '../../src/store/createStore.js';
import { dayOf, daysBefore, type QuestionCount } from '../../src/support/insights/insightStore.js';
import { ana, gerda, luc, startHelper, type Helper } from '../conversations/harness.js';
import { openCase } from '../http/api/startApi.js';
import { silentLog } from '../store/silentLog.js';
import {
  buildTab,
  overflowOf,
  seriousIn,
  takePicture,
  THEMES,
  visitTab,
  type Visit,
  type VisitOptions,
} from './tabInBrowser.js';

const HOUR_MS = 60 * 60 * 1000;
const today = dayOf(new Date());

let dataFolder: string;
let helper: Helper;
let browser: Browser;

beforeAll(async () => {
  await buildTab();
  browser = await openBrowser();
  dataFolder = await mkdtemp(join(tmpdir(), 'helper-insights-'));
  await aYearPasses();
  await todayIsAsked();
  helper = await startHelper({ dataFolder });
});
afterAll(async () => {
  await helper?.close();
  await browser?.close();
  await rm(dataFolder, { recursive: true, force: true });
});

/** What the store would hold if people had asked for a year, more of them in the week. */
async function aYearPasses(): Promise<void> {
  const store = await createStore({
    sqliteFile: join(dataFolder, 'helper.sqlite'),
    log: silentLog,
  });
  const topics = ['no-sms', 'account-locked', 'forgotten-password', 'new-phone', 'talk-to-person'];
  const counts: QuestionCount[] = [];
  for (let ago = 1; ago < 366; ago++) {
    const day = daysBefore(today, ago);
    const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
    const busy = isWeekend ? 1 : 3 + (ago % 4);
    for (const [at, topic] of topics.entries()) {
      for (const [of, language] of ['fr', 'en', 'de'].entries()) {
        const count = Math.max(busy - at - of, 0);
        counts.push({ day, outcome: 'answer', topic, language, count });
        counts.push({ day, outcome: 'suggest', topic, language, count: count > 2 ? 1 : 0 });
      }
    }
    counts.push({ day, outcome: 'unresolved', topic: '', language: 'fr', count: ago % 3 });
    counts.push({ day, outcome: 'silent', topic: '', language: 'en', count: 5 });
    counts.push({ day, outcome: 'withheld', topic: 'no-sms', language: 'de', count: ago % 2 });
  }
  await store.insights.add(counts.filter(({ count }) => count > 0));
  const vote = { language: 'en', revision: 'r', personId: 'p' };
  for (let at = 0; at < 40; at++) {
    const topic = topics[at % topics.length] ?? '';
    const conversationId = `c${at}`;
    await store.feedback.record({ ...vote, topic, helped: at % 7 !== 0, conversationId });
  }
  for (const [at, hours] of [0.4, 0.7, 2, 3, 5, 20, 50, 90].entries()) {
    const openedAt = new Date(Date.now() - 100 * HOUR_MS);
    const next = await openCase(store, `DONE0${at}`, { openedAt });
    const answeredAt = new Date(openedAt.getTime() + hours * HOUR_MS);
    await store.cases.change({
      next: { ...next, state: 'answered', changedAt: answeredAt },
      event: { kind: 'answered', by: { id: 'marie', name: 'Marie' }, at: answeredAt },
      messages: [],
    });
  }
  await openCase(store, 'WAIT01', { openedAt: new Date(Date.now() - 30 * HOUR_MS) });
  await store.close();
}

/** Real questions, put to the real program; it writes down what it counted when it stops. */
async function todayIsAsked(): Promise<void> {
  const bot = await startHelper({ dataFolder });
  await bot.inChannel(ana, 'my account is locked');
  await bot.inChat(luc, 'mon compte est bloqué');
  await bot.inChannel(gerda, 'kjhgf qwertz yxcvb');
  await bot.inChannel(gerda, 'see you all at the concert on Sunday', { mention: false });
  await bot.close();
}

const onPage = (visit: Visit, options?: VisitOptions): Promise<void> =>
  visitTab(browser, helper.address, visit, options);

async function openFigures(page: Page, name = 'Figures'): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
}

const rowOf = (page: Page, table: string, row: RegExp) =>
  page.getByRole('table', { name: table }).getByRole('row', { name: row });

describe('the figures', () => {
  it.each(Object.keys(THEMES))('are clean for axe, theme %s', async (theme) => {
    await onPage(
      async (page) => {
        await openFigures(page);
        await page.getByRole('button', { name: 'Show as a table' }).click();
        expect(await seriousIn(page)).toEqual([]);
        await page.getByRole('button', { name: 'Hide the table' }).click();
        await page.getByLabel('Period').scrollIntoViewIfNeeded();
        await takePicture(page, `tab-insights-${theme}`);
      },
      { role: 'admin', ...THEMES[theme] },
    );
  });

  it('show what was asked today beside what was asked before, in columns and as a table', async () => {
    await onPage(async (page) => {
      await openFigures(page);
      await page.getByLabel('Period').selectOption('The last 7 days');
      await page.getByRole('button', { name: 'Show as a table' }).click();
      const table = page.getByRole('table', { name: 'Questions over time' });
      await expect.poll(() => table.getByRole('row').count()).toBe(8);
      expect(await table.getByRole('row').last().getByRole('cell').allInnerTexts()).toEqual([
        new Intl.DateTimeFormat('en-GB', {
          day: 'numeric',
          month: 'short',
          timeZone: 'UTC',
        }).format(new Date()),
        '2',
        '0',
        '1',
        '0',
      ]);
    });
  });

  it('follow the chosen period: days, weeks, months', async () => {
    await onPage(async (page) => {
      await openFigures(page);
      await page.getByRole('button', { name: 'Show as a table' }).click();
      const rows = page.getByRole('table', { name: 'Questions over time' }).getByRole('row');
      for (const [period, steps] of [
        ['The last 30 days', [30]],
        ['The last 90 days', [13]],
        ['The last year', [12, 13]],
      ] as const) {
        await page.getByLabel('Period').selectOption(period);
        await expect
          .poll(async () => steps.includes(((await rows.count()) - 1) as never))
          .toBe(true);
      }
    });
  });

  it('are downloaded as a table, every day of the period in it', async () => {
    await onPage(async (page) => {
      await openFigures(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /\(CSV\): Questions over time/ }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('Questions over time.csv');
      const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
      expect(lines).toHaveLength(31);
      expect(lines[0]).toMatch(/^Time,Answered,Offered,Nothing found,To moderators,/);
      expect(lines.at(-1)).toBe(`${today},2,0,1,0,0,1`);
    });
  });

  it('say how long moderators took, what helped, and where the helper kept silent', async () => {
    await onPage(async (page) => {
      await openFigures(page);
      const waits = 'How long people waited for a moderator';
      expect(await rowOf(page, waits, /up to 1 hour/).innerText()).toMatch(/2$/);
      expect(await rowOf(page, waits, /longer than 3 days/).innerText()).toMatch(/1$/);
      await page
        .getByText('Half waited no longer')
        .locator('xpath=../..')
        .getByText('3 hours')
        .waitFor();
      const silent = 'Where the helper kept silent';
      expect(await rowOf(page, silent, /no sure answer/).innerText()).toMatch(/146$/);
      await rowOf(page, 'Did the answers help?', /Account locked|account is locked/i).waitFor();
    });
  });

  it('lead from a question that nobody looks at to that question in the inbox', async () => {
    await onPage(async (page) => {
      await openFigures(page);
      await page.getByRole('button', { name: 'Question WAIT01' }).click();
      await page.getByRole('heading', { name: 'Question WAIT01' }).waitFor();
      await page.getByRole('button', { name: 'I look after it' }).waitFor();
    });
  });

  it('leave the other pages in peace when they cannot be shown, and can be tried again', async () => {
    await onPage(async (page, { problems }) => {
      await page.route('**/api/insights*', (route) => route.fulfill({ json: { nonsense: true } }));
      await page.getByRole('tab', { name: 'Figures' }).click();
      await page.getByRole('heading', { name: 'This page cannot be shown' }).waitFor();
      await page.getByRole('tab', { name: 'Questions' }).click();
      await page.getByRole('listbox').waitFor();
      await page.getByRole('tab', { name: 'Figures' }).click();
      await page.getByRole('heading', { name: 'This page cannot be shown' }).waitFor();
      // Whatever the page has told by now arrives before its answer.
      await page.evaluate(() => undefined);
      expect(problems.splice(0)).not.toEqual([]);
      await page.unroute('**/api/insights*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('table', { name: 'Questions by topic' }).waitFor();
    });
  });

  it('are fetched anew when they could not be, as after a deployment', async () => {
    await onPage(async (page, { problems }) => {
      await page.route('**/InsightsPage*.js', (route) => route.abort());
      await page.getByRole('tab', { name: 'Figures' }).click();
      await page.getByRole('heading', { name: 'This page cannot be shown' }).waitFor();
      expect(problems.splice(0)).not.toEqual([]);
      expect(await page.getByRole('main').count()).toBe(1);
      await page.unroute('**/InsightsPage*.js');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('table', { name: 'Questions by topic' }).waitFor();
    });
  });

  it('are reached and read by keys alone', async () => {
    await onPage(async (page) => {
      await page.getByRole('tab', { name: 'Questions' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Questions over time' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('table', { name: 'Questions over time' }).waitFor();
    });
  });

  it('keep everything at 200 % zoom', async () => {
    await onPage(
      async (page) => {
        await openFigures(page);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        expect(await seriousIn(page)).toEqual([]);
      },
      { viewport: { width: 640, height: 430 } },
    );
  });

  it.each([
    ['fr-BE', 'Chiffres', 'Les 30 derniers jours', 'Questions au fil du temps'],
    ['de-DE', 'Zahlen', 'Die letzten 30 Tage', 'Fragen im Lauf der Zeit'],
  ])('speak the reader’s language, %s', async (locale, name, period, title) => {
    await onPage(
      async (page) => {
        await openFigures(page, name);
        await page.getByRole('option', { name: period }).waitFor({ state: 'attached' });
        await page.getByRole('heading', { name: title }).waitFor();
      },
      { locale },
    );
  });
});
