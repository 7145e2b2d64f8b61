import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ContentError } from '../content/contentError.js';
import { loadContent } from '../content/loadContent.js';
import { drawDialog } from '../dialogs/drawDialog.js';
import { furtherLinters } from '../furtherLinters.js';
import { failWith } from './failWith.js';

/*
 * `npm run dialogs:diagram [root]`: writes a drawing of every guided dialog into `docs/dialogs/`.
 * With `--check` it only says whether the drawings still show the dialogs, and exits 1 if not.
 */

async function main(): Promise<void> {
  const [root = '.'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const { content, findings } = await loadContent(resolve(root), await furtherLinters());
  if (!content) throw new ContentError(findings);

  const folder = resolve(root, 'docs/dialogs');
  const language = content.settings.defaultLanguage;
  const stale: string[] = [];
  if (!process.argv.includes('--check')) mkdirSync(folder, { recursive: true });
  for (const dialog of content.dialogs.values()) {
    const title = dialog.title[language] ?? dialog.id;
    const drawing = drawDialog(content, dialog, language);
    const page = `# ${title}\n\nDrawn from \`dialogs/${dialog.id}.json\` by \`npm run dialogs:diagram\`.\n\n\`\`\`mermaid\n${drawing}\`\`\`\n`;
    const file = resolve(folder, `${dialog.id}.md`);
    if (!process.argv.includes('--check')) writeFileSync(file, page);
    else if (textOf(file) !== page) stale.push(`docs/dialogs/${dialog.id}.md`);
  }
  if (stale.length > 0) {
    console.error(
      `${stale.join(', ')}: no longer as the dialogs are. Run "npm run dialogs:diagram".`,
    );
    process.exitCode = 1;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

main().catch(failWith);
