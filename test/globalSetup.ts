import { readConfig } from '../src/config.js';
import { loadMatcher } from '../src/cli/loadMatcher.js';
import { MODEL_FOLDER } from './modelFolder.js';

/** Trains the matcher on the real content once, before any test starts the program. */
export async function setup(): Promise<void> {
  await loadMatcher(readConfig({ MODEL_FOLDER }));
}
