import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { unzipContent, zipContent } from '../../src/support/editing/zip.js';
import {
  ADMIN,
  jsonOf,
  openFile,
  PHRASES,
  SLOW,
  textsOf,
  TOPIC,
  useKnowledge,
} from './knowledgeInBrowser.js';
import { seriousIn, takePicture, visitTab } from './tabInBrowser.js';

const tab = useKnowledge();

describe('publishing', () => {
  it('shows the check and what would change, and can be taken back', async () => {
    const before = await tab.served(PHRASES);
    await tab.onPage(async (page) => {
      await openFile(page, PHRASES);
      const phrases = page.getByRole('region', { name: 'Form' }).getByLabel('Ways to ask');
      const written = await phrases.inputValue();
      await phrases.fill(`${written}\nmy tablet shows a grey padlock and nothing else`);
      await page.getByRole('button', { name: 'Check and publish' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('What the check found').waitFor();
      await dialog.getByLabel('What did you change, and why?').fill('A padlock');
      await dialog.getByText(/[1-9]\d* phrases now match, \d+ no longer\./).waitFor(SLOW);
      await dialog.getByText(/questions would be answered now/).click();
      await dialog
        .getByText(/^“my tablet shows a grey padlock/)
        .first()
        .waitFor();
      expect(await seriousIn(page)).toEqual([]);
      await takePicture(page, 'tab-knowledge-publish');
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByText(/Published as revision \d+/).waitFor();
      expect(await tab.served(PHRASES)).toContain('grey padlock');
      await page.getByRole('tab', { name: 'Versions' }).click();
      await page
        .getByRole('listitem')
        .filter({ hasText: 'A padlock' })
        .getByRole('button', { name: 'Differences' })
        .click();
      await page.getByText(/^\+ .*grey padlock/m).waitFor();
      expect(await seriousIn(page)).toEqual([]);
      await page
        .getByRole('listitem')
        .nth(1)
        .getByRole('button', { name: 'Serve this one again' })
        .click();
      await page.getByText(/Revision \d+ is served\./).waitFor();
    });
    expect(await tab.served(PHRASES)).toBe(before);
  });

  it('is not possible while the check finds a mistake, and leads to it', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, TOPIC);
      await textsOf(page).getByLabel('Title').fill('');
      await page.getByRole('button', { name: 'Check and publish' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What did you change, and why?').fill('No title');
      await dialog.getByText(/^Mistake:/).waitFor();
      expect(await dialog.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(
        true,
      );
      await dialog.getByRole('button', { name: new RegExp(`${TOPIC}, Line \\d+`) }).click();
      await jsonOf(page, TOPIC).waitFor();
    });
  });

  it.each([
    {
      locale: 'fr-BE',
      page: 'Connaissances',
      file: 'Fichier',
      publish: 'Vérifier et publier',
      line: 'Ligne',
      problem: 'Ce texte est vide. Ce qui se met ici : ',
      // What the schema says of the place, as the form says it too.
      help: 'Qui veille à ce que ce sujet reste exact.',
      versions: 'Versions',
      folders: 'Tel que dans les dossiers',
    },
    {
      locale: 'de-AT',
      page: 'Wissen',
      file: 'Datei',
      publish: 'Prüfen und veröffentlichen',
      line: 'Zeile',
      problem: 'Dieser Text ist leer. Was hierher gehört: ',
      help: 'Wer dafür sorgt, dass dieser Eintrag stimmt.',
      versions: 'Fassungen',
      folders: 'Wie es in den Ordnern steht',
    },
  ])('says what the check found in the reader’s language, $locale', async (words) => {
    const visit = async (page: Page): Promise<void> => {
      await page.getByRole('tab', { name: words.page }).click();
      await page.getByLabel(words.file, { exact: true }).selectOption(TOPIC);
      await jsonOf(page, TOPIC).waitFor();
      await page.locator('.cm-line', { hasText: '"owner":' }).click();
      await page.keyboard.press('End');
      await page.keyboard.press('Shift+Home');
      await page.keyboard.type('"owner": "",');
      const found = page.getByText(new RegExp(`^${words.line} \\d+\\s?: ${words.problem}`));
      await found.waitFor();
      expect(await found.textContent()).toContain(words.help);
      await page.getByRole('button', { name: words.publish }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByText(words.problem).textContent()).toContain(words.help);
      expect(await seriousIn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: words.versions }).click();
      await page.getByText(words.folders).waitFor();
    };
    const { browser, helper } = tab;
    await visitTab(browser, helper.address, visit, { role: 'admin', locale: words.locale });
  });

  it('tells the second of two editors, who puts both together', async () => {
    const { desk } = tab.helper.app;
    const before = (await tab.served(TOPIC)) ?? '';
    const theirs = before.replace('"owner": "', '"owner": "Marie and ');
    const dialogOf = async (page: Page, note: string) => {
      await page.getByRole('button', { name: 'Check and publish' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What did you change, and why?').fill(note);
      return dialog;
    };
    const publish = async (page: Page, note: string): Promise<void> => {
      const dialog = await dialogOf(page, note);
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click(SLOW);
      await page.getByText(/Published as revision/).waitFor();
    };
    const jean = async (page: Page): Promise<void> => {
      await openFile(page, TOPIC);
      await textsOf(page).getByLabel('Label').fill('Mine');
      const marie = async (herPage: Page): Promise<void> => {
        await openFile(herPage, TOPIC);
        const owner = await herPage.getByLabel('Owner').inputValue();
        await herPage.getByLabel('Owner').fill(`Marie and ${owner}`);
        await publish(herPage, 'Another owner');
      };
      await tab.onPage(marie, { name: 'Marie' });
      await page.getByText('Marie published a newer version').waitFor();
      await page.getByText(/^− .*Marie and/m).waitFor();
      const dialog = await dialogOf(page, 'Mine');
      await dialog.getByText('Marie published meanwhile').waitFor();
      expect(await dialog.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(
        true,
      );
      expect(await tab.served(TOPIC)).toBe(theirs);
      await dialog.getByRole('button', { name: TOPIC, exact: true }).click();
      await page.getByLabel('Owner').fill('Marie and I');
      await page.getByRole('button', { name: 'I have put both together' }).click();
      await expect
        .poll(async () => (await desk.draftOf(`${ADMIN} Jean`))?.basedOn, SLOW)
        .toBe(desk.served().number);
      await publish(page, 'Both together');
    };
    await tab.onPage(jean, { name: 'Jean' });
    expect(await tab.served(TOPIC)).toMatch(/"owner": "Marie and I"[^]*"label": "Mine"/);
  });
});

describe('a zip', () => {
  const upload = async (page: Page, files: Uint8Array, name = 'content.zip') => {
    await page.getByRole('button', { name: 'Upload a zip' }).click();
    const file = { name, mimeType: 'application/zip', buffer: Buffer.from(files) };
    await page.getByLabel('The zip file').setInputFiles(file);
  };

  it('is downloaded, changed and taken over into the draft, and deletes nothing by itself', async () => {
    await tab.onPage(async (page) => {
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download as a zip' }).click();
      const files = unzipContent(await readFile(await (await downloading).path()));
      expect(files.get(TOPIC)).toBe(await tab.served(TOPIC));
      const text = (files.get(TOPIC) ?? '').replace('"title": "', '"title": "Zipped: ');
      await upload(page, zipContent(new Map([[TOPIC, text]])));
      const dialog = page.getByRole('dialog');
      await dialog.getByText('1 files would change:').waitFor();
      await dialog
        .getByText(/^\+ .*Zipped: /m)
        .first()
        .waitFor();
      await dialog.getByRole('checkbox', { name: /^Also delete the \d+ files/ }).waitFor();
      expect(await seriousIn(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Take over into my changes' }).click();
      await page.getByText('Your unpublished changes (1)').waitFor();
      await expect.poll(tab.draft, SLOW).toEqual([{ path: TOPIC, text }]);
    });
  });

  it.each([
    [
      'climbs out of its folder',
      () => zipSync({ '../../evil.json': strToU8('{}') }),
      /“..\/..\/evil.json” is no place/,
    ],
    ['holds a program', () => zipSync({ 'knowledge/a.js': strToU8('') }), /no content files in it/],
    ['is none', () => strToU8('{"not": "a zip"}'), /no zip, or a damaged one/],
    [
      'explodes',
      () => zipSync({ [TOPIC]: new Uint8Array(30 * 1024 * 1024) }),
      /unpacks to more than 20 MB/,
    ],
  ])('that %s is refused in words', async (_what, make, words) => {
    await tab.onPage(async (page, { problems }) => {
      await upload(page, make());
      await page.getByRole('alert').getByText(words).waitFor();
      expect(await page.getByRole('button', { name: 'Take over' }).isDisabled()).toBe(true);
      expect(problems.splice(0)).toEqual([expect.stringContaining('status of 400')]);
    });
    expect(await tab.draft()).toEqual([]);
  });
});

describe('beginning something new', () => {
  it('a topic is written in one language, and lists what the others lack', async () => {
    await tab.onPage(async (page) => {
      await page.getByRole('button', { name: 'New topic' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Title').fill('Where is the garden?');
      await dialog.getByLabel('Short label for buttons').fill('Garden');
      await dialog.getByLabel('Answer').fill('The garden lies behind the house.');
      await dialog.getByLabel('How people ask it').fill('garden\nwhere is the garden');
      await dialog.getByLabel('Who keeps it true').fill('Gardeners');
      expect(await seriousIn(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Create' }).click();
      await page
        .getByRole('textbox', { name: 'knowledge/topics/where-is-the-garden.json' })
        .waitFor();
      await page.getByText('Still to be translated into FR: 3 texts in 1 files').click();
      await page.getByLabel('Language', { exact: true }).selectOption('fr');
      await page
        .getByRole('group', { name: 'Texts (FR)' })
        .getByLabel('Title')
        .fill('Où est le jardin ?');
      await page.getByText('Still to be translated into FR: 2 texts in 1 files').waitFor();
      await page.getByRole('button', { name: 'Check and publish' }).click();
      await dialog
        .getByText(/^Mistake:/)
        .first()
        .waitFor();
    });
  });

  it('a language is copied from the default one, and lists what is to be translated', async () => {
    await tab.onPage(async (page) => {
      await page.getByRole('button', { name: 'New language' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('The language’s two letters').fill('pl');
      await dialog.getByText('Polish').waitFor();
      await dialog.getByRole('button', { name: 'Create' }).click();
      await page.getByText(/^Still to be translated into PL: \d+ texts in \d+ files/).click();
      await page.getByRole('button', { name: 'knowledge/contacts.json' }).last().click();
      await page.getByRole('textbox', { name: 'knowledge/contacts.json' }).waitFor();
      await page.getByRole('button', { name: 'Check and publish' }).click();
      // Copied as it is, it passes the check: what is left is the translator's.
      await dialog.getByText('What the check found').waitFor(SLOW);
      expect(await dialog.getByText(/^Mistake:/).count()).toBe(0);
    });
  });
});
