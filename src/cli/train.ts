import { readConfig } from '../config.js';
import { ContentError } from '../content/contentError.js';
import { failWith } from './failWith.js';
import { loadMatcher } from './loadMatcher.js';

/** Trains the matcher on the content as it stands, so that the start finds the model ready. */
async function main(): Promise<void> {
  await loadMatcher(readConfig(process.env));
}

main().catch((err: unknown) => {
  failWith(err);
  // A content error is told by the start and by `npm run check`; a build may succeed without.
  if (err instanceof ContentError) process.exitCode = 0;
});
