import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileEdit } from '../../src/support/editing/revision.js';
import {
  ADMIN,
  jsonOf,
  openFile,
  SLOW,
  startKnowledge,
  textsOf,
  TOPIC,
  type KnowledgeInBrowser,
} from './knowledgeInBrowser.js';

const FRENCH_PHRASES = 'knowledge/phrases/fr/account-locked.json';

let tab: KnowledgeInBrowser;

beforeAll(async () => {
  tab = await startKnowledge();
});
afterAll(() => tab?.close());
beforeEach(() => tab.helper.app.desk.dropDraft(ADMIN));

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
