import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ContentSource } from '../../../src/content/contentSource.js';
import { formatFinding } from '../../../src/content/findings.js';
import { lint } from '../../../src/content/linter.js';
import { furtherLinters } from '../../../src/furtherLinters.js';
import { readFolders, sourceOf, withEdits } from '../../../src/support/editing/contentFiles.js';
import { contentSetOf } from '../../content/contentSetOf.js';

const CONTACTS = 'knowledge/contacts.json';
const LEXICON = 'knowledge/lexicon.json';
const files = readFolders(fileURLToPath(new URL('../../../', import.meta.url)));

/** What all rules of other rooms than content say of it. */
const saidOf = async (source: ContentSource): Promise<string[]> =>
  lint(await furtherLinters(), contentSetOf(source)).map(formatFinding);

/** The content as it is, with a word of one file replaced. */
function replaced(path: string, word: string, by: string): ContentSource {
  const text = files.get(path)!;
  expect(text).toContain(word);
  return sourceOf(withEdits(files, [{ path, text: text.replaceAll(word, by) }]));
}

describe('content that lacks what the program itself names', () => {
  it.each([
    'talk-to-person',
    'pmo-offices',
    'open-incident',
    'follow-up-incident',
    'greeting',
    'capabilities',
  ])('is refused without the topic %s', async (id) => {
    const path = `knowledge/topics/${id}.json`;
    const said = await saidOf(sourceOf(withEdits(files, [{ path, text: undefined }])));
    expect(said).toContainEqual(expect.stringMatching(`^${path}:1:1  .*"${id}".*by its id`));
  });

  it.each(['central-helpdesk', 'eu-login-helpdesk', 'pmo'])(
    'is refused without the helpdesk %s, so that no mail is without a recipient',
    async (id) => {
      const said = await saidOf(replaced(CONTACTS, `"id": "${id}"`, `"id": "other-desk"`));
      expect(said).toContainEqual(expect.stringMatching(`^${CONTACTS}:.*"${id}".*by its id`));
    },
  );

  it('is refused where the helpdesk that the forms write to has no address', async () => {
    const said = await saidOf(
      replaced(CONTACTS, '"email": "EC-CENTRAL-HELPDESK@ec.europa.eu",', ''),
    );
    expect(said).toEqual([expect.stringMatching(`^${CONTACTS}:.*"central-helpdesk".*e-mail`)]);
  });

  it.each(['follow-up', 'and-also'])('is refused without the concept %s', async (id) => {
    const said = await saidOf(replaced(LEXICON, `"${id}":`, `"other-${id}":`));
    expect(said).toEqual([expect.stringMatching(`^${LEXICON}:.*"${id}".*by its id`)]);
  });

  it('is not what stands in the folders', async () => {
    expect(await saidOf(sourceOf(files))).toEqual([]);
  });
});
