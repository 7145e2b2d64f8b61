import { serveTasks } from '../../threads/serveTasks.js';
import { loadGramTable } from '../language/loadGramTable.js';
import { encodeModel } from '../modelFile.js';
import type { TrainingData } from '../types.js';
import { trainModel } from './trainModel.js';

const tasks = {
  /** The bytes of a model file. */
  async train(data: TrainingData): Promise<Uint8Array> {
    // Without eld's tables the content's own texts still tell its languages apart.
    const grams = await loadGramTable().catch(() => undefined);
    return encodeModel(trainModel(data, grams));
  },
};
export type TrainTasks = typeof tasks;

serveTasks(tasks);
