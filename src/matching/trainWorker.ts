import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { encodeModel } from './modelFile.js';
import { trainModel } from './trainModel.js';
import type { TrainingData } from './types.js';

try {
  // On Linux this is the thread's own priority: on a single core, turns go before training.
  setPriority(10);
} catch {
  // Not permitted here: training only competes with turns.
}
const bytes = encodeModel(trainModel(workerData as TrainingData));
// Handed over, not copied.
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
