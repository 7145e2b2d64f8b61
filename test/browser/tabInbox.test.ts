import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '../http/api/startApi.js';
import {
  overflowOf,
  seriousIn,
  startTab,
  takePicture,
  THEMES,
  type TabInBrowser,
} from './tabInBrowser.js';

const MANY = 10_000;

let tab: TabInBrowser;

beforeAll(async () => {
  tab = await startTab();
});
afterAll(() => tab?.close());

describe('the inbox', () => {
  beforeAll(async () => {
    const now = Date.now();
    await openCase(tab.api.store, 'CASE01', { openedAt: new Date(now - 3_600_000) });
    await openCase(tab.api.store, 'CASE02', {
      text: 'Mon relevé est vide depuis hier <b>gras</b>',
      language: 'fr',
      openedAt: new Date(now - 7_200_000),
    });
    await openCase(tab.api.store, 'CASE03', {
      text: 'Wo finde ich den Kalender?',
      language: 'de',
      openedAt: new Date(now - 86_400_000),
    });
  });

  it.each(Object.keys(THEMES))('is clean for axe, theme %s', async (theme) => {
    await tab.onPage(async (page) => {
      await page.getByRole('option', { name: /grey padlock/ }).click();
      await page.getByRole('button', { name: 'Answer', exact: true }).click();
      await page.getByLabel('Your answer').fill('Please press **the button** on the side.');
      await expect.poll(() => page.locator('.ac-adaptiveCard').count()).toBe(1);
      await expect.poll(() => page.locator('.ac-adaptiveCard').innerText()).toContain('the button');
      expect(await seriousIn(page)).toEqual([]);
      await takePicture(page, `tab-inbox-${theme}`);
    }, THEMES[theme]);
  });

  it('works by keys alone: j chooses, c claims, a answers', async () => {
    await tab.onPage(async (page) => {
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
      expect((await tab.api.store.cases.read('CASE01'))?.answer).toMatchObject({
        text: 'Please restart the tablet.',
      });
    });
  });

  it('answers with no small talk, and asks for a language only where words are written', async () => {
    await tab.onPage(async (page) => {
      await page.getByRole('option', { name: /Kalender/ }).click();
      await page.getByRole('button', { name: 'Answer', exact: true }).click();
      const language = page.getByLabel('Language of the answer');
      expect(await language.count()).toBe(1);
      await page.getByRole('radio', { name: 'A topic’s card' }).check();
      expect(await language.count()).toBe(0);
      // The card is in the language of whoever waits.
      await expect.poll(() => page.locator('.ac-adaptiveCard').innerText()).toMatch(/Antwort/);
      const { body } = await tab.api.ask('GET', 'me');
      const topics = body.topics as { group: string; titles: { en: string } }[];
      const expected = topics.filter(({ group }) => group !== 'small-talk');
      expect(expected.length).toBeLessThan(topics.length);
      const options = page.getByLabel('Topic', { exact: true }).locator('option');
      const offered = await options.allInnerTexts();
      expect(offered.sort()).toEqual(expected.map(({ titles: { en } }) => en).sort());
    });
  });

  it('shows at once what somebody else did, and tells the second who was first', async () => {
    const one = await tab.open('moderator', { name: 'Anna' });
    const two = await tab.open('moderator', { name: 'Bert' });
    for (const { page } of [one, two]) {
      await page.getByRole('option', { name: /relevé/ }).click();
      await page.getByRole('button', { name: 'I look after it' }).waitFor();
    }
    await one.page.getByRole('button', { name: 'I look after it' }).click();
    await two.page.getByText('Anna looks at it').first().waitFor({ timeout: 2_000 });
    expect(await two.page.getByRole('button', { name: 'I look after it' }).count()).toBe(0);
    // A script in a question stays text.
    expect(await two.page.locator('blockquote b').count()).toBe(0);
    expect([...one.problems, ...two.problems]).toEqual([]);
    await one.page.context().close();
    await two.page.context().close();
  });

  it('teaches a phrase, and asks again when that would turn others wrong', async () => {
    await tab.onPage(async (page) => {
      await page.getByRole('option', { name: /Kalender/ }).click();
      await page.getByRole('button', { name: 'Teach the helper' }).click();
      await page.getByLabel('The question, as people ask it').fill('what is my password');
      await page.getByRole('dialog').getByRole('button', { name: 'Teach the helper' }).click();
      await page.getByText('would then be answered differently').waitFor();
      await page.getByRole('button', { name: 'Teach even so' }).click();
      await page.getByText('The helper has learnt it.').waitFor();
    });
  });

  it('keeps everything at 200 % zoom', async () => {
    await tab.onPage(
      async (page) => {
        await page.getByRole('option', { name: /Kalender/ }).click();
        await page.getByRole('button', { name: 'Put aside' }).waitFor();
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        await page.getByRole('button', { name: 'Back to the list' }).click();
        await page.getByRole('option', { name: /Kalender/ }).waitFor();
      },
      { viewport: { width: 640, height: 430 } },
    );
  });

  it('scrolls through ten thousand questions with a few rows on the page', async () => {
    for (let from = 0; from < MANY; from += 500) {
      await Promise.all(
        Array.from({ length: 500 }, (_, at) => {
          const number = from + at;
          return openCase(tab.api.store, `M${String(number).padStart(5, '0')}`, {
            text: `Question number ${number}`,
            openedAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000),
          });
        }),
      );
    }
    await tab.onPage(async (page) => {
      await page.getByRole('option', { name: /Kalender/ }).waitFor();
      const list = page.getByRole('listbox');
      for (const [share, number] of [
        [0.25, 7_500],
        [0.5, 5_000],
        [1, 0],
      ] as const) {
        await list.evaluate((node, at) => node.scrollTo(0, node.scrollHeight * at), share);
        await page
          .getByRole('option', { name: new RegExp(`^Question number ${number}\\D`) })
          .waitFor();
        expect(await page.getByRole('option').count()).toBeLessThan(60);
      }
      await page.getByRole('option', { name: /^Question number 0\D/ }).click();
      await page.getByRole('heading', { name: 'Question M00000' }).waitFor();
    });
  });
});
