import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { formatFinding } from '../content/findings.js';
import { judgeName } from '../content/judge.js';
import { loadSource } from '../content/loadContent.js';
import { furtherLinters } from '../furtherLinters.js';
import { readFolders, sourceOf } from '../support/editing/contentFiles.js';
import { failWith } from './failWith.js';
import { withRevisions } from './withRevisions.js';

const usage = `npm run publish -- --note "why"     serves what stands in the folders, whatever was published since`;

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { note: { type: 'string', default: '' } } });
  const note = values.note.trim();
  if (note === '') {
    console.error(usage);
    return false;
  }
  return withRevisions(async (revisions, { contentFolder }) => {
    const files = readFolders(contentFolder);
    const { content, findings, digest } = await loadSource(sourceOf(files), furtherLinters, {
      thorough: true,
    });
    if (!content) {
      for (const finding of findings) console.error(formatFinding(finding));
      console.error('Nothing was published: the check found errors.');
      return false;
    }
    const newest = await revisions.newest();
    if (newest?.digest === digest) {
      console.log(`Revision ${newest.number} is what stands in the folders already.`);
      return true;
    }
    const author = userInfo().username;
    const revision = { digest, author, note, basedOn: newest?.number, inFolders: true };
    const judgedBy = await judgeName();
    const added = await revisions.add({ ...revision, judgedBy }, files);
    console.log(
      added
        ? `Published as revision ${added.number}.`
        : 'Somebody published at the same moment. Look at it (npm run revisions), and try again.',
    );
    return added !== undefined;
  });
}

main().then((good) => {
  process.exitCode = good ? 0 : 1;
}, failWith);
