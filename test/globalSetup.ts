import { readConfig } from '../src/config.js';
import { loadMatcher } from '../src/cli/loadMatcher.js';
import { CACHE_FOLDER } from './cacheFolder.js';

/** Trains the matcher on the real content once, before any test starts the program. */
export async function setup(): Promise<void> {
  await loadMatcher(readConfig({ CACHE_FOLDER }));
}
