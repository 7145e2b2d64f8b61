import { describe, expect, it } from 'vitest';
import { ADMIN, jsonOf, PHRASES, SLOW, TITLE, TOPIC, useKnowledge } from './knowledgeInBrowser.js';
import { seriousIn } from './tabInBrowser.js';

const tab = useKnowledge();

describe('trying a question', () => {
  it('says what would be answered, and which words decided', async () => {
    await tab.onPage(async (page) => {
      await page.getByRole('tab', { name: 'Try a question' }).click();
      await page.getByLabel('Type a question as people do').fill('my account is locked');
      await page.keyboard.press('Enter');
      await page.getByText(/It would answer in EN/).waitFor();
      await page.getByText(`Why “${TITLE}”`).waitFor();
      expect(await seriousIn(page)).toEqual([]);
    });
  });

  it('asks the unpublished changes too, which are learnt first, and sets both side by side', async () => {
    const asked = 'my tablet shows a grey padlock and nothing else';
    const file = JSON.parse((await tab.served(PHRASES)) ?? '') as { phrases: string[] };
    const text = JSON.stringify({ ...file, phrases: [...file.phrases, asked] });
    await tab.helper.app.desk.saveDraft(ADMIN, [{ path: PHRASES, text }]);
    await tab.onPage(async (page) => {
      await page.getByRole('tab', { name: 'Try a question' }).click();
      await page.getByLabel('Type a question as people do').fill(asked);
      await page.keyboard.press('Enter');
      await page.getByText(/they are learnt first/).waitFor();
      const drafted = page.getByRole('region', { name: 'With your unpublished changes' });
      await drafted.getByText(/It would answer in EN/).waitFor(SLOW);
      await drafted.getByText(`Why “${TITLE}”`).waitFor();
      await page.getByText('Your unpublished changes change what becomes').waitFor();
      await page.getByRole('region', { name: 'As it is served now' }).waitFor();
      expect(await seriousIn(page)).toEqual([]);
    });
  });

  it('says which mistakes keep the unpublished changes from being asked', async () => {
    await tab.helper.app.desk.saveDraft(ADMIN, [{ path: TOPIC, text: '{' }]);
    await tab.onPage(async (page) => {
      await page.getByRole('tab', { name: 'Try a question' }).click();
      await page.getByLabel('Type a question as people do').fill('my account is locked');
      await page.keyboard.press('Enter');
      await page.getByText('cannot be tried before these mistakes are mended').waitFor();
      await page
        .getByRole('button', { name: `${TOPIC}, Line 1` })
        .first()
        .click();
      await jsonOf(page, TOPIC).waitFor();
    });
  });
});
