import { fileURLToPath } from 'node:url';

/** Where tests keep trained models: training is done once, not once a test. */
export const MODEL_FOLDER = fileURLToPath(new URL('../.data/models', import.meta.url));
