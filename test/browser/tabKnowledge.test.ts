import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { seriousIn, startTab, takePicture, THEMES, type TabInBrowser } from './tabInBrowser.js';

let tab: TabInBrowser;

beforeAll(async () => {
  tab = await startTab();
});
afterAll(() => tab?.close());

const FILE = 'knowledge/topics/no-sms.json';

async function openFile(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Knowledge' }).click();
  await page.getByLabel('File', { exact: true }).selectOption(FILE);
  await page.getByRole('textbox', { name: FILE }).waitFor();
}

describe('the knowledge', () => {
  it.each(Object.keys(THEMES))('is clean for axe, theme %s', async (theme) => {
    const { page, problems } = await tab.open('admin', THEMES[theme]);
    await page.getByRole('tab', { name: 'Knowledge' }).click();
    await page.getByRole('button', { name: 'Your account is locked' }).first().waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await openFile(page);
    await page.locator('.ac-adaptiveCard').waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await takePicture(page, `tab-knowledge-${theme}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('names the line of a mistake while somebody writes', async () => {
    const { page } = await tab.open('admin');
    await openFile(page);
    const json = page.getByRole('textbox', { name: FILE });
    const text = await json.inputValue();
    await json.fill(text.replace(/"group": "[^"]*"/, '"group": "nonsense"'));
    await page.getByText(/^Line [2-9]: /).waitFor();
    const drafted = async () => (await tab.api.editing.draftOf('local-admin'))?.edits.length;
    await expect.poll(drafted, { timeout: 10_000 }).toBe(1);
    await page.getByRole('button', { name: 'Undo my changes' }).click();
    await page.getByText('No mistakes in this file.').waitFor();
    // The draft outlives the page: it must not stay broken.
    await expect.poll(drafted, { timeout: 10_000 }).toBe(0);
    await page.context().close();
  });

  it('is changed by the form, seen on the card, checked, published, and taken back', async () => {
    const { page, problems } = await tab.open('admin');
    await openFile(page);
    await page
      .getByRole('group', { name: 'en', exact: true })
      .getByLabel('title', { exact: true })
      .fill('No message with a code');
    await expect
      .poll(() => page.locator('.ac-adaptiveCard').innerText(), { timeout: 10_000 })
      .toContain('No message with a code');
    await page.getByRole('button', { name: 'Check and publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('What the check found').waitFor();
    await dialog.getByLabel('What did you change, and why?').fill('A plainer title');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published as revision 2').waitFor();
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('button', { name: 'Differences' }).first().click();
    await page.getByText('No message with a code').waitFor();
    await page.getByRole('button', { name: 'Serve this one again' }).click();
    await page.getByText('Revision 3 is served.').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('tells the second of two editors, and overwrites nothing before they merged', async () => {
    const { page } = await tab.open('admin');
    await openFile(page);
    await page.getByLabel('title', { exact: true }).first().fill('Mine');
    const served = tab.api.editing.served();
    const theirs = (await tab.api.editing.filesOf(served.number))?.get(FILE) ?? '';
    const edit = { path: FILE, text: theirs.replace('"title": "', '"title": "Theirs: ') };
    await tab.api.editing.publish('Marie', 'Another title', [edit], served.number);
    await page.getByRole('button', { name: 'Check and publish' }).click();
    await page.getByLabel('What did you change, and why?').fill('My title');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Marie published meanwhile').waitFor();
    await page
      .getByText(/^− .*Theirs: |Theirs: /)
      .first()
      .waitFor();
    const now = await tab.api.editing.filesOf(tab.api.editing.served().number);
    expect(now?.get(FILE)).toBe(edit.text);
    await page.context().close();
  });

  it('tries a question and says which words decided', async () => {
    const { page } = await tab.open('moderator');
    await page.getByRole('tab', { name: 'Knowledge' }).click();
    await page.getByRole('tab', { name: 'Try a question' }).click();
    await page.getByLabel('Type a question as people do').fill('my account is locked');
    await page.keyboard.press('Enter');
    await page.getByText(/It would answer in EN/).waitFor();
    await page.getByText('Why “account-locked”').waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await page.context().close();
  });
});
