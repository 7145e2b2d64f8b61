import { fileURLToPath } from 'node:url';

/** Where tests keep what may be made again: training is done once, not once a test. */
export const CACHE_FOLDER = fileURLToPath(new URL('../.data/cache', import.meta.url));
