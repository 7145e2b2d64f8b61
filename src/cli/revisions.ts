import { userInfo } from 'node:os';
import { ContentError } from '../content/contentError.js';
import { judgeName } from '../content/judge.js';
import { loadSource } from '../content/loadContent.js';
import { furtherLinters } from '../furtherLinters.js';
import { addRevision, takingBack } from '../support/editing/addRevision.js';
import { sourceOf } from '../support/editing/contentFiles.js';
import type { ContentFiles } from '../support/editing/revision.js';
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
  const files = await revisions.files(number);
  if (!files) {
    console.error(`There is no revision ${number}.`);
    return false;
  }
  const adding = {
    store: revisions,
    check: (taken: ContentFiles) => loadSource(sourceOf(taken), furtherLinters, { cacheFolder }),
    judge: judgeName,
  };
  try {
    const proposal = takingBack(userInfo().username, number, files);
    const { revision, content } = await addRevision(adding, proposal);
    console.log(
      content
        ? `Revision ${number} is served again, as revision ${revision.number}.`
        : `Revision ${revision.number}, the newest, is what revision ${number} was.`,
    );
    return true;
  } catch (err) {
    if (!(err instanceof ContentError)) throw err;
    console.error(`Revision ${number} does not pass the check any more: it would not be served.`);
    return false;
  }
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
