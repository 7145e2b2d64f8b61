import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AdaptiveCard } from '../../cards/cardRenderer.js';
import { openBrowser } from './openBrowser.js';

/** The themes of Teams, each with a file in `hosts/`. */
export const themes = ['light', 'dark', 'high-contrast'] as const;
export type Theme = (typeof themes)[number];

export interface CardPage {
  /**
   * Draws a card side by side at each width and takes its picture.
   * @param widthsPx widths of the message in Teams
   * @param file where the PNG is written
   * @returns what is too pale, too small or cut, as sentences; empty when nothing is
   */
  picture(card: AdaptiveCard, theme: Theme, widthsPx: number[], file: string): Promise<string[]>;
  close(): Promise<void>;
}

// The page and the hosts are not compiled: they are read from src/, also by the program in dist/.
const here = new URL('../../../src/cli/preview/', import.meta.url);

/** Opens a browser without window in which cards are drawn as Teams draws them. */
export async function openCardPage(): Promise<CardPage> {
  const hosts = new Map<Theme, string>();
  for (const theme of themes) {
    hosts.set(theme, await readFile(new URL(`hosts/${theme}.json`, here), 'utf8'));
  }
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 940, height: 1200 } });
  await page.goto(new URL('page.html', here).href);
  await page.addScriptTag({
    path: createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  });
  // A page that was opened from the disk may not import modules.
  const markdown = await readFile(new URL('markdownToHtml.js', here), 'utf8');
  await page.addScriptTag({ content: markdown.replace('export ', '') });
  await page.addScriptTag({ path: fileURLToPath(new URL('page.js', here)) });
  return {
    async picture(card, theme, widthsPx, file) {
      await page.evaluate(
        `showCard(${JSON.stringify(card)}, ${hosts.get(theme)}, ${JSON.stringify(widthsPx)})`,
      );
      await page.locator('#stage').screenshot({ path: file });
      return page.evaluate<string[]>('findProblems()');
    },
    close: () => browser.close(),
  };
}
