import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FileEdit } from '../../src/support/editing/revision.js';
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

const FRENCH_PHRASES = 'knowledge/phrases/fr/account-locked.json';

const tab = useKnowledge();

/** Lets requests wait until what is returned is called. */
async function holdBack(page: Page, address: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

describe('a file in the middle of being written', () => {
  it.each([
    [
      'lists are',
      {
        [FRENCH_PHRASES]: { phrases: '' },
        'knowledge/contacts.json': { contacts: {} },
        'cards/strings/fr.json': { strings: [null, {}] },
        'knowledge/settings.json': { languages: { en: null } },
        [TOPIC]: { texts: { en: { title: {} } } },
      },
    ],
    [
      'what is in them is',
      {
        [FRENCH_PHRASES]: { phrases: {} },
        'knowledge/contacts.json': { contacts: ['', 1, null, []] },
        'knowledge/offices.json': { holidays: null, offices: 'b' },
        [TOPIC]: { texts: { en: null, fr: '' }, steps: null, related: null },
        'knowledge/topics/no-sms.json': [],
      },
    ],
  ])('stays usable while %s half typed', async (_what, files) => {
    const halfTyped: FileEdit[] = [];
    await tab.onPage(async (page) => {
      for (const [path, value] of Object.entries(files)) {
        const { $schema } = JSON.parse((await tab.served(path)) ?? '') as { $schema: string };
        const text = JSON.stringify(Array.isArray(value) ? value : { $schema, ...value });
        halfTyped.push({ path, text });
        await openFile(page, path);
        await jsonOf(page, path).fill(text);
        const form = page.getByRole('region', { name: 'Form' });
        for (const fold of await form.locator('summary').all()) await fold.click();
        for (const fold of await form.locator('details details summary').all()) await fold.click();
      }
      const byPath = (a: FileEdit, b: FileEdit) => (a.path < b.path ? -1 : 1);
      await expect
        .poll(async () => [...(await tab.draft())].sort(byPath), SLOW)
        .toEqual(halfTyped.sort(byPath));
    });
    // All of it is there again at the next visit, and can be taken back.
    await tab.onPage(async (page) => {
      await page.getByText(`Your unpublished changes (${halfTyped.length})`).waitFor();
      for (const { path } of halfTyped) {
        await openFile(page, path);
        await page.getByRole('button', { name: 'Undo my changes' }).click();
        await page.getByText('No mistakes in this file.').waitFor();
      }
      await expect.poll(tab.draft, SLOW).toEqual([]);
    });
  });

  it('can be mended in the JSON when the form cannot show it', async () => {
    const served = await tab.served(TOPIC);
    await tab.onPage(async (page, { problems }) => {
      await openFile(page, TOPIC);
      const broken = { ...JSON.parse(served ?? ''), related: [{ toString: 1 }] };
      await jsonOf(page, TOPIC).fill(JSON.stringify(broken));
      const form = page.getByRole('region', { name: 'Form' });
      await form.getByText('This part cannot show the file').waitFor();
      expect(problems.splice(0)).not.toEqual([]);
      await jsonOf(page, TOPIC).fill(served ?? '');
      await textsOf(page).getByLabel('Title').waitFor();
    });
  });
});

describe('a language just begun', () => {
  it('is written in the form, like any other', async () => {
    await tab.onPage(async (page) => {
      await page.getByRole('button', { name: 'New language' }).click();
      await page.getByLabel('The language’s two letters').fill('pl');
      await page.getByRole('button', { name: 'Create' }).click();
      await page.getByText(/^Still to be translated into PL/).click();
      await page.getByRole('button', { name: TOPIC }).last().click();
      const shown = page.getByLabel('Language', { exact: true });
      await expect.poll(() => shown.inputValue()).toBe('pl');
      await textsOf(page, 'PL').getByLabel('Title').fill('Konto jest zablokowane');
      await page.getByRole('button', { name: 'Ways to ask: PL' }).click();
      await jsonOf(page, 'knowledge/phrases/pl/account-locked.json').waitFor();
      const ofTopic = async () => (await tab.draft()).find(({ path }) => path === TOPIC)?.text;
      await expect.poll(ofTopic, SLOW).toContain('"title": "Konto jest zablokowane"');
      await page.getByRole('button', { name: 'New topic' }).click();
      await page.getByRole('dialog').getByLabel('Language').selectOption('pl');
    });
  });
});

describe('a draft', () => {
  it('goes on from what was published, also while that is not shown yet', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, TOPIC);
      await textsOf(page).getByLabel('Label').fill('Published');
      await page.getByRole('button', { name: 'Check and publish' }).click();
      await page.getByLabel('What did you change, and why?').fill('A label');
      const publish = page.getByRole('button', { name: 'Publish', exact: true });
      await expect.poll(() => publish.isEnabled(), SLOW).toBe(true);
      const release = await holdBack(page, '**/api/knowledge');
      await publish.click();
      await page.getByText(/Published as revision/).waitFor();
      expect(await textsOf(page).getByLabel('Label').inputValue()).toBe('Published');
      await textsOf(page).getByLabel('Title').fill('Written in between');
      release();
      await page.getByText(`${TOPIC}: changed`).waitFor({ state: 'attached' });
      await expect.poll(tab.draft, SLOW).toHaveLength(1);
      expect(await page.getByRole('alert').count()).toBe(0);
      const { basedOn } = (await tab.helper.app.desk.draftOf(ADMIN)) ?? {};
      expect(basedOn).toBe(tab.helper.app.desk.served().number);
      await page.getByRole('button', { name: 'Undo my changes' }).click();
      await page.getByText('Your unpublished changes').waitFor({ state: 'detached' });
      expect(await textsOf(page).getByLabel('Label').inputValue()).toBe('Published');
    });
  });

  it('is whole again when somebody comes back before it was saved', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, TOPIC);
      const release = await holdBack(page, '**/api/knowledge/draft');
      await textsOf(page).getByLabel('Title').fill('A whole word');
      await page.getByRole('tab', { name: 'Questions' }).click();
      await page.getByRole('listbox').waitFor();
      await page.getByRole('tab', { name: 'Knowledge' }).click();
      await page.getByRole('button', { name: 'Check and publish' }).waitFor();
      release();
      await page.getByText('Your unpublished changes (1)').waitFor();
      await openFile(page, TOPIC);
      expect(await textsOf(page).getByLabel('Title').inputValue()).toBe('A whole word');
    });
  });

  it('stays as it is, with its open file, while another part of the page is looked at', async () => {
    await tab.onPage(async (page) => {
      await openFile(page, TOPIC);
      await textsOf(page).getByLabel('Title').fill('A whole word');
      let fetched = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/api/knowledge')) fetched += 1;
      });
      for (const part of ['Try a question', 'Versions', 'Topics']) {
        await page.getByRole('tab', { name: part }).click();
      }
      expect(await textsOf(page).getByLabel('Title').inputValue()).toBe('A whole word');
      expect(fetched).toBe(0);
    });
  });

  it('that deletes what somebody else changed says so, and can go on', async () => {
    const before = (await tab.served(PHRASES)) ?? '';
    const { desk } = tab.helper.app;
    await tab.onPage(async (page) => {
      await openFile(page, PHRASES);
      await page.getByRole('button', { name: 'Delete this file' }).click();
      await page.getByText(`${PHRASES}: will be deleted`).waitFor();
      const edits = [{ path: PHRASES, text: before.replace('"phrases": [', '"phrases": ["nu",') }];
      await desk.publish('Marie', 'Another phrase', edits, desk.served().number);
      const notice = page.getByRole('alert').filter({ hasText: 'which you want to delete' });
      await notice.getByText(/^− .*"nu"/m).waitFor();
      await notice.getByRole('button', { name: 'Delete it all the same' }).click();
      await notice.waitFor({ state: 'detached' });
      const basedOn = async () => (await desk.draftOf(ADMIN))?.basedOn;
      await expect.poll(basedOn, SLOW).toBe(desk.served().number);
      await page.getByText(`${PHRASES}: will be deleted`).waitFor();
    });
  });
});
