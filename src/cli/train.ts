import { readConfig } from '../config.js';
import { loadMatcher } from './loadMatcher.js';

/** Trains the matcher on the content as it stands, so that the start finds the model ready. */
await loadMatcher(readConfig(process.env)).catch((err: unknown) => {
  // A content error is told by the start and by `npm run check`; a build may succeed without.
  console.error(err instanceof Error ? err.message : err);
});
