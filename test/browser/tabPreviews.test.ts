import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOf, openFile, SLOW, useKnowledge } from './knowledgeInBrowser.js';
import { seriousIn, THEMES, visitTab } from './tabInBrowser.js';

const DIALOG = 'dialogs/locked-account.json';

const tab = useKnowledge();

const stepOf = (page: Page) => page.getByLabel('Step', { exact: true });
const sceneOf = (page: Page) => page.getByLabel('What to show', { exact: true });
const button = (page: Page, name: string) => cardOf(page).getByRole('button', { name });

describe('the preview of a dialog', () => {
  it('is gone through by its buttons, by a step’s name, and from the beginning', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, DIALOG);
      await button(page, 'Too many wrong passwords').click();
      await expect.poll(() => stepOf(page).inputValue(), SLOW).toBe('wait');
      await button(page, 'Back').click();
      await expect.poll(() => stepOf(page).inputValue(), SLOW).toBe('which');
      await stepOf(page).selectOption('wait');
      await button(page, 'I have waited').waitFor();
      await page.getByRole('button', { name: 'From the beginning' }).click();
      await button(page, 'Too many wrong passwords').waitFor();
    });
    expect(await tab.draft()).toEqual([]);
  });

  it('is gone through by keyboard alone', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, DIALOG);
      await button(page, 'Too many wrong passwords').focus();
      await page.keyboard.press('Enter');
      await button(page, 'I have waited').waitFor();
      await page.keyboard.press('Tab');
      const isOnCard = `document.activeElement.closest('.ac-adaptiveCard') !== null`;
      expect(await page.evaluate<boolean>(isOnCard)).toBe(true);
    });
  });

  it.each([1280, 640])(
    'widens no page, however long its steps’ texts, at %i pixels',
    async (width) => {
      const viewport = { width, height: 860 };
      await tab.onPage(
        async (page) => {
          await openFile(page, 'dialogs/no-sms.json');
          await cardOf(page).waitFor();
          const widest = `Math.max(...[...document.querySelectorAll('section')].map((part) => part.scrollWidth - part.clientWidth))`;
          expect(await page.evaluate<number>(widest)).toBe(0);
          expect(
            await page.evaluate<number>('document.documentElement.scrollWidth'),
          ).toBeLessThanOrEqual(width);
        },
        { viewport },
      );
    },
  );

  it('stays at its step when the language changes, and when somebody writes in it', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, DIALOG);
      await stepOf(page).selectOption('wait');
      await button(page, 'I have waited').waitFor();
      await page.getByLabel('Language', { exact: true }).selectOption('fr');
      await button(page, 'J’ai attendu').waitFor();
      await page.getByRole('textbox', { name: 'Title (FR)' }).fill('Tout bloqué');
      await cardOf(page).getByText('Tout bloqué').waitFor();
      await button(page, 'J’ai attendu').waitFor();
    });
  });
});

describe('the preview of other files', () => {
  it.each([
    ['knowledge/contacts.json', 'EU Login helpdesk'],
    ['knowledge/offices.json', 'Luxembourg'],
    ['cards/strings/fr.json', 'Le formulaire'],
    ['knowledge/settings.json', 'The choice of language'],
  ])('of %s lets the author choose what to see', async (path) => {
    await tab.onPage(async (page) => {
      await openFile(page, path);
      await cardOf(page).waitFor();
      const names = await sceneOf(page).getByRole('option').allInnerTexts();
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) {
        const isShown = (await sceneOf(page).locator('option:checked').innerText()) === name;
        if (isShown) continue;
        const answered = page.waitForResponse(/preview-file$/);
        await sceneOf(page).selectOption({ label: name });
        const { card } = (await (await answered).json()) as { card?: object };
        expect(card).toMatchObject({ type: 'AdaptiveCard' });
      }
    });
  });

  it.each(Object.keys(THEMES))('is clean for axe, theme %s', async (theme) => {
    await tab.onPage(async (page) => {
      for (const path of [DIALOG, 'knowledge/offices.json', 'cards/strings/de.json']) {
        await openFile(page, path);
        await cardOf(page).waitFor();
        expect(await seriousIn(page)).toEqual([]);
      }
    }, THEMES[theme]);
  });
});

describe('the form', () => {
  it.each([
    ['fr-BE', 'Formulaire', 'Responsable', 'Qui veille à ce que ce sujet reste exact.'],
    ['de-AT', 'Formular', 'Verantwortlich', 'Wer dafür sorgt, dass dieser Eintrag stimmt.'],
  ])('is written in the tab’s own language, %s', async (locale, title, name, hint) => {
    const { browser, helper } = tab;
    const visit = async (page: Page): Promise<void> => {
      await page.getByRole('tab').nth(1).click();
      await page.getByRole('combobox').first().selectOption('knowledge/topics/no-sms.json');
      const form = page.getByRole('region', { name: title });
      await form.getByRole('textbox', { name }).waitFor();
      await form.getByText(hint).waitFor();
    };
    await visitTab(browser, helper.address, visit, { role: 'admin', locale });
  });
});
