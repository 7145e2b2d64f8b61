import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCardRenderer } from '../cards/cardRenderer.js';
import { readConfig } from '../config.js';
import { ContentError } from '../content/contentError.js';
import { loadContent } from '../content/loadContent.js';
import { failWith } from './failWith.js';
import { cardExamples } from './preview/cardExamples.js';
import { openCardPage, themes, type Theme } from './preview/openCardPage.js';
import { previewIndex } from './preview/previewIndex.js';

// Pictures of every card in every language and theme of Teams, at the width of a desktop and of a
// telephone, to look at with the eyes of those who will read them.

const USAGE = `Usage:
  npm run cards                                  every card, language and theme
  npm run cards -- --only answer --language fr   some of them, by a part of the name
Options:
  --only <part of a name>   --language <en|fr|…>   --theme <light|dark|high-contrast>`;

const FOLDER = 'cards-preview';
/** A message in the Teams of a desktop, and in that of a small telephone. */
const WIDTHS_PX = [500, 320];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      language: { type: 'string' },
      theme: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }

  const config = readConfig(process.env);
  const { content, findings } = await loadContent(config.contentFolder);
  if (!content) throw new ContentError(findings);
  const cards = createCardRenderer(() => content);
  const languages = content.settings.languages.filter(
    (language) => language === (values.language ?? language),
  );
  const wanted: Theme[] = themes.filter((theme) => theme === (values.theme ?? theme));

  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  const page = await openCardPage();
  const pictures: string[] = [];
  let problemCount = 0;
  try {
    for (const language of languages) {
      const examples = cardExamples(content, language, config.bot.name, new Date());
      for (const { name, card, data } of examples.filter((each) =>
        each.name.includes(values.only),
      )) {
        for (const theme of wanted) {
          const picture = `${name}.${language}.${theme}.png`;
          const rendered = cards.render(card, language, data);
          const problems = await page.picture(rendered, theme, WIDTHS_PX, join(FOLDER, picture));
          pictures.push(picture);
          problemCount += problems.length;
          for (const problem of problems) console.log(`${picture}  ${problem}`);
        }
      }
    }
  } finally {
    await page.close();
  }
  await writeFile(join(FOLDER, 'index.html'), previewIndex(pictures));
  console.log(
    `${pictures.length} pictures in ${FOLDER}/, ${problemCount} problems. Open ${FOLDER}/index.html.`,
  );
  process.exitCode = problemCount === 0 ? 0 : 1;
}

main().catch(failWith);
