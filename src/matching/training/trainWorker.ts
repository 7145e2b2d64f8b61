import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { loadGramTable } from '../language/loadGramTable.js';
import { encodeModel } from '../modelFile.js';
import { trainModel } from './trainModel.js';
import type { TrainingData } from '../types.js';

try {
  // On Linux this is the thread's own priority: on a single core, turns go before training.
  setPriority(10);
} catch {
  // Not permitted here: training only competes with turns.
}
// Without eld's tables the content's own texts still tell its languages apart.
const grams = await loadGramTable().catch(() => undefined);
const bytes = encodeModel(trainModel(workerData as TrainingData, grams));
// Handed over, not copied.
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
