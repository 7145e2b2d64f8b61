import { failWith } from './failWith.js';
import { withRevisions } from './withRevisions.js';
import { writeFolders } from './writeFolders.js';

/*
 * `npm run export`: writes the newest revision into the content folders. What stands there and in
 * no revision is overwritten: commit it first.
 */

withRevisions(async (revisions, { contentFolder }) => {
  const newest = await revisions.newest();
  const files = newest && (await revisions.files(newest.number));
  if (!newest || !files) {
    console.error('There is no revision yet: the program makes the first when it starts.');
    process.exitCode = 1;
    return;
  }
  const changed = writeFolders(contentFolder, files);
  await revisions.noteInFolders(newest.number);
  for (const path of changed) console.log(path);
  console.log(`The folders hold revision ${newest.number} (${changed.length} files changed).`);
}).catch(failWith);
