import { userInfo } from 'node:os';
import { loadSource } from '../content/loadContent.js';
import { furtherLinters } from '../furtherLinters.js';
import { sourceOf } from '../support/editing/contentFiles.js';
import type { RevisionStore } from '../support/editing/revisionStore.js';
import { failWith } from './failWith.js';
import { withRevisions } from './withRevisions.js';

const usage = `npm run revisions                          what was published, the newest first
npm run revisions -- take-back <number>    serves that one again, as a new one`;

async function list(revisions: RevisionStore): Promise<void> {
  for (const { number, at, author, note } of await revisions.list()) {
    console.log(
      `${number}  ${at.toISOString().slice(0, 16).replace('T', ' ')}  ${author}  ${note}`,
    );
  }
}

async function takeBack(
  revisions: RevisionStore,
  number: number,
  cacheFolder: string,
): Promise<boolean> {
  const [newest, files] = [await revisions.newest(), await revisions.files(number)];
  if (!newest || !files) {
    console.error(`There is no revision ${number}.`);
    return false;
  }
  const { content, digest } = await loadSource(sourceOf(files), furtherLinters, { cacheFolder });
  if (!content) {
    console.error(`Revision ${number} does not pass the check any more: it would not be served.`);
    return false;
  }
  const author = userInfo().username;
  const note = `Back to revision ${number}`;
  const basedOn = newest.number;
  const added = await revisions.add({ digest, author, note, basedOn, inFolders: false }, files);
  console.log(
    added
      ? `Revision ${number} is served again, as revision ${added.number}.`
      : 'Somebody published at the same moment. Look at it (npm run revisions), and try again.',
  );
  return added !== undefined;
}

async function main(): Promise<boolean> {
  const [command, number, ...more] = process.argv.slice(2);
  const isMeant = command === 'take-back' && /^\d{1,9}$/.test(number ?? '') && more.length === 0;
  if (command !== undefined && !isMeant) {
    console.error(usage);
    return false;
  }
  return withRevisions(async (revisions, { cacheFolder }) => {
    if (isMeant) return takeBack(revisions, Number(number), cacheFolder);
    await list(revisions);
    return true;
  });
}

main().then((good) => {
  process.exitCode = good ? 0 : 1;
}, failWith);
