import { mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createCardRenderer, type AdaptiveCard } from '../cards/cardRenderer.js';
import { readConfig } from '../config.js';
import type { Content } from '../content/content.js';
import { ContentError } from '../content/contentError.js';
import { loadContent } from '../content/loadContent.js';
import { answerView } from '../support/views/answerView.js';
import { hostConfigOf, themes } from './preview/hostConfigs.js';
import { previewPage } from './preview/previewPage.js';

/** Renders every card, in every language and theme, into `cards-preview/`: look at them all. */

const FOLDER = 'cards-preview';
/** Teams' card in a wide window, and on a small telephone. */
const WIDTHS = [500, 320];
/** Real answers, long and short, beside the samples. */
const TOPICS = ['account-locked', 'no-sms', 'pmo-offices'];
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const { content, findings } = await loadContent(readConfig(process.env).contentFolder);
if (!content) throw new ContentError(findings);
const cards = cardsOf(content);
const { chromium } = await import('playwright-core');
const script = await readFile(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  'utf8',
);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: CHROMIUM_FLAGS,
});
let count = 0;
for (const theme of themes) {
  const page = await browser.newPage({ viewport: { width: 540, height: 400 } });
  await page.setContent(previewPage(script, theme));
  for (const { name, card } of cards) {
    for (const width of WIDTHS) {
      const call = JSON.stringify([card, hostConfigOf(theme), width]);
      await page.evaluate(`show(...${call})`);
      const path = join(FOLDER, `${name}.${theme.name}.${width}.png`);
      await page.locator('#card').screenshot({ path });
      count++;
    }
  }
}
await browser.close();
console.log(`${count} pictures in ${FOLDER}/`);

function cardsOf(served: Content): { name: string; card: AdaptiveCard }[] {
  const renderer = createCardRenderer(() => served);
  return served.settings.languages.flatMap((language) => [
    ...[...served.cards].map(([name, { sample }]) => ({
      name: `${name}.${language}`,
      card: renderer.render(name, language, sample ?? {}),
    })),
    ...TOPICS.map((id) => served.topics.get(id))
      .filter((topic) => topic !== undefined)
      .map((topic) => {
        const { card, data } = answerView(served, topic, language, { now: new Date() });
        return {
          name: `answer-${topic.id}.${language}`,
          card: renderer.render(card, language, data),
        };
      }),
  ]);
}
