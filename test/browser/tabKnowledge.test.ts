import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { ana } from '../conversations/harness.js';
import {
  cardOf,
  jsonOf,
  openFile,
  PHRASES,
  SLOW,
  textsOf,
  TITLE,
  TOPIC,
  useKnowledge,
} from './knowledgeInBrowser.js';
import { openTab, overflowOf, seriousIn, takePicture, THEMES } from './tabInBrowser.js';

const tab = useKnowledge();

const askedNow = async (): Promise<number | undefined> => {
  const response = await fetch(`${tab.helper.address}/api/topics`, {
    headers: { 'X-Local-Role': 'admin' },
  });
  const { topics } = (await response.json()) as { topics: { id: string; asked: number }[] };
  return topics.find(({ id }) => id === 'account-locked')?.asked;
};

/** Puts the cursor behind a text in the JSON. */
async function clickBehind(page: Page, text: string): Promise<void> {
  const line = page.locator('.cm-line', { hasText: text }).first();
  await line.click();
  // First to the end of what fits into the row, then of the line.
  await page.keyboard.press('End');
  await page.keyboard.press('End');
}

async function backOver(page: Page, text: string): Promise<void> {
  for (let left = text.length; left > 0; left -= 1) await page.keyboard.press('Backspace');
}

/** What the editor offers to write. */
const offered = (page: Page, name: string) =>
  page.locator('.cm-tooltip-autocomplete').getByRole('option', { name, exact: true });

describe('the topics', () => {
  it('show what is overdue, how often each was asked and helped, and which phrases miss it', async () => {
    const turn = await tab.helper.inChannel(ana, 'my account is locked');
    await tab.helper.press(ana, turn.said[0]!, 'This helped');
    // Questions are counted in memory for a while.
    await expect.poll(askedNow, SLOW).toBe(1);
    await tab.onPage(async (page) => {
      const row = (title: string) => page.getByRole('row', { name: title });
      await row('Clear old data').getByText('Review overdue').waitFor();
      await row(TITLE).getByText('Good').waitFor();
      await row(TITLE).getByRole('cell', { name: '120', exact: true }).waitFor();
      await expect
        .poll(() => row(TITLE).getByRole('cell').allInnerTexts(), SLOW)
        .toEqual([
          TITLE,
          'Good',
          '1',
          '1',
          '0',
          '120',
          expect.stringMatching(/^\d+$/),
          expect.anything(),
        ]);
      await page
        .getByRole('button', { name: /^Show the \d+ ways to ask/ })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByText(/→ (not sure enough|[a-z-]+)$/)
        .first()
        .waitFor();
      expect(await seriousIn(page)).toEqual([]);
    });
  });

  it('can be looked at by moderators, who find no way to change them', async () => {
    await tab.onPage(
      async (page) => {
        await page.getByRole('row', { name: TITLE }).waitFor();
        expect(await page.getByRole('button', { name: 'Check and publish' }).count()).toBe(0);
        expect(await page.getByRole('tab', { name: 'Versions' }).count()).toBe(0);
      },
      { role: 'moderator' },
    );
  });
});

describe('a file', () => {
  it.each(Object.keys(THEMES))('is clean for axe, theme %s', async (theme) => {
    await tab.onPage(async (page) => {
      await page.getByRole('button', { name: TITLE, exact: true }).waitFor();
      expect(await seriousIn(page)).toEqual([]);
      await openFile(page, TOPIC);
      await cardOf(page).waitFor();
      expect(await seriousIn(page)).toEqual([]);
      await takePicture(page, `tab-knowledge-${theme}`);
    }, THEMES[theme]);
  });

  it('is changed by the form, and seen on the card in each language and theme', async () => {
    await tab.onPage(async (page) => {
      await page.getByRole('button', { name: TITLE, exact: true }).click();
      const texts = textsOf(page);
      await texts.getByLabel('Title').fill('Locked out');
      await expect.poll(() => cardOf(page).innerText(), SLOW).toContain('Locked out');
      for (const language of ['FR', 'DE', 'IT', 'ES', 'NL']) {
        await page.getByLabel('Language', { exact: true }).selectOption(language.toLowerCase());
        const title = textsOf(page, language).getByLabel('Title');
        const written = await title.inputValue();
        await expect.poll(() => cardOf(page).innerText(), SLOW).toContain(written);
      }
      const colour = () =>
        page.evaluate<string>(
          `getComputedStyle(document.querySelector('.ac-adaptiveCard').parentElement).backgroundColor`,
        );
      for (const theme of ['dark', 'high-contrast', 'light']) {
        const before = await colour();
        await page.getByLabel('Look of the preview').selectOption(theme);
        await expect.poll(colour).not.toBe(before);
      }
    });
    // What the form does not touch stays as it was written.
    const written = (await tab.served(TOPIC))?.replace(TITLE, 'Locked out');
    await expect.poll(tab.draft, SLOW).toEqual([{ path: TOPIC, text: written }]);
  });

  it('is completed in the JSON: names, choices and ids', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, TOPIC);
      await clickBehind(page, '"contacts":');
      await page.keyboard.type(',\n"o');
      await offered(page, 'offices').click();
      await expect.poll(() => jsonOf(page, TOPIC).innerText()).toContain('"offices": false');
      await clickBehind(page, '"dialog":');
      for (let times = 0; times < 2; times += 1) await page.keyboard.press('ArrowLeft');
      await backOver(page, 'locked-account');
      await page.keyboard.type('fir');
      await offered(page, 'first-account').waitFor();
      await page.keyboard.press('Escape');
      await clickBehind(page, '"group":');
      await backOver(page, '"account",');
      await page.keyboard.press('Control+Space');
      await offered(page, 'second-factor').click();
      await expect
        .poll(() => jsonOf(page, TOPIC).innerText())
        .toContain('"group": "second-factor"');
    });
  });

  it('names the line of a mistake while somebody writes', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, TOPIC);
      await page.locator('.cm-line', { hasText: '"group":' }).click();
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('x,');
      await page
        .getByText(/^Line [2-9]: /)
        .first()
        .waitFor();
      await page.locator('.cm-lint-marker-error').first().waitFor();
      await page.getByText('The form comes back when').waitFor();
      await page.getByRole('button', { name: 'Undo my changes' }).click();
      await page.getByText('No mistakes in this file.').waitFor();
    });
  });

  it('is kept when the page is closed in the middle of a word', async () => {
    const closed = await openTab(tab.browser, tab.helper.address, 'admin');
    await closed.page.getByRole('tab', { name: 'Knowledge' }).click();
    await openFile(closed.page, TOPIC);
    await closed.page
      .getByRole('group', { name: 'Texts (EN)' })
      .getByLabel('Title')
      .fill('Half a w');
    await closed.page.goto('about:blank');
    await expect.poll(async () => (await tab.draft())[0]?.text, SLOW).toContain('Half a w');
    await closed.page.context().close();
    await tab.onPage(async (page) => {
      await page.getByText('Your unpublished changes (1)').waitFor();
      await openFile(page, TOPIC);
      // Left for another part of the page before anything could rest.
      await page
        .getByRole('group', { name: 'Texts (EN)' })
        .getByLabel('Title')
        .fill('A whole word');
      await page.getByRole('tab', { name: 'Try a question' }).click();
      await page.getByRole('tab', { name: 'Topics' }).click();
      await openFile(page, TOPIC);
      await expect.poll(() => textsOf(page).getByLabel('Title').inputValue()).toBe('A whole word');
    });
  });

  it('that is to be deleted comes back as such, not as an empty one', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, PHRASES);
      await page.getByRole('button', { name: 'Delete this file' }).click();
      await page.getByText(`${PHRASES}: will be deleted`).waitFor();
      await expect.poll(tab.draft, SLOW).toEqual([{ path: PHRASES, text: undefined }]);
    });
    await tab.onPage(async (page) => {
      await page.getByText(`${PHRASES}: will be deleted`).waitFor();
      await page.getByRole('button', { name: `Undo the changes in ${PHRASES}` }).click();
      await openFile(page, PHRASES);
      await expect.poll(tab.draft, SLOW).toEqual([]);
    });
  });

  it.each([
    ['knowledge/contacts.json', ['Helpdesks (4)', 'EU Login Helpdesk'], 'Id'],
    ['knowledge/offices.json', ['Offices (3)', 'Brussels'], 'Id'],
    ['knowledge/settings.json', [], 'Default language'],
    ['dialogs/no-sms.json', [], 'Title (EN)'],
    ['cards/strings/en.json', ['Texts'], 'didYouMean'],
  ])('of any kind has a form: %s', async (path, folds, field) => {
    await tab.onPage(async (page) => {
      await openFile(page, path);
      const form = page.getByRole('region', { name: 'Form' });
      for (const fold of folds) await form.getByText(fold, { exact: true }).first().click();
      await form.getByRole('textbox', { name: field, exact: true }).first().fill('By the form');
      await expect.poll(async () => (await tab.draft())[0]?.text, SLOW).toContain('"By the form"');
    });
  });
});

describe('the page', () => {
  it('works by keys alone', async () => {
    await tab.onPage(async (page) => {
      await page.getByRole('button', { name: TITLE, exact: true }).focus();
      await page.keyboard.press('Enter');
      await jsonOf(page, TOPIC).focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.type(' ');
      await page.getByRole('button', { name: 'Undo my changes' }).waitFor();
      // Tab writes nothing: it leads on.
      await page.keyboard.press('Tab');
      await page.getByLabel('Look of the preview').waitFor();
      expect(await page.evaluate('document.activeElement.shadowRoot')).toBeNull();
    });
  });

  it('keeps everything at 200 % zoom', async () => {
    await tab.onPage(
      async (page) => {
        await page.getByRole('button', { name: TITLE, exact: true }).waitFor();
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        await openFile(page, TOPIC);
        await cardOf(page).scrollIntoViewIfNeeded();
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      },
      { viewport: { width: 640, height: 430 } },
    );
  });
});
