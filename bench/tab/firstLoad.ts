import { openBrowser } from '../../src/cli/preview/openBrowser.js';

export interface FirstLoad {
  files: number;
  /** As they travel: packed with gzip. */
  bytes: number;
}

/** What a browser that has never seen the tab fetches until the inbox shows its first question. */
export async function measureFirstLoad(address: string): Promise<FirstLoad> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (!new URL(request.url()).pathname.startsWith('/tab')) return;
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`${address}/tab`);
    await page.getByRole('button', { name: /^Moder/ }).click();
    await page
      .getByRole('option', { name: /Question number/ })
      .first()
      .waitFor();
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { files: sizes.length, bytes };
  } finally {
    await browser.close();
  }
}
