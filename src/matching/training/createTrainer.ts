import { createHash } from 'node:crypto';
import {
  access,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createThread } from '../../threads/createThread.js';
import { ENGINE_VERSION, type Model } from '../model.js';
import { decodeModel } from '../modelFile.js';
import type { TrainingData } from '../types.js';
import type { TrainTasks } from './trainThread.js';

const MODEL_FILE = /^model-[\da-f]{32}\.bin$/;
/** Taking a revision back is publishing an older one: the last few need no training then. */
const KEPT_MODELS = 3;

export interface TrainerOptions {
  /** Where trained models are kept; created when needed. */
  cacheFolder: string;
}

export interface Trainer {
  /**
   * The model for the data: from the cache, or trained in a worker thread.
   * @throws where training itself fails; a damaged or unwritable cache only costs time
   */
  train(data: TrainingData): Promise<Model>;
  /** Whether the model for the data is in the cache, where it only has to be read. */
  isTrained(data: TrainingData): Promise<boolean>;
}

/** Makes a trainer. Asking for the same data while it is being trained waits for that training. */
export function createTrainer({ cacheFolder }: TrainerOptions): Trainer {
  const thread = createThread<TrainTasks>(new URL('./trainThread.js', import.meta.url));
  const running = new Map<string, Promise<Model>>();
  const fileOf = (digest: string): string => join(cacheFolder, `model-${digest}.bin`);
  return {
    train(data) {
      const digest = digestOf(data);
      let model = running.get(digest);
      if (!model) {
        model = load(fileOf(digest), () => thread.run('train', data));
        running.set(digest, model);
        const forget = (): void => void running.delete(digest);
        model.then(forget, forget);
      }
      return model;
    },
    isTrained: (data) =>
      access(fileOf(digestOf(data))).then(
        () => true,
        () => false,
      ),
  };
}

async function load(file: string, train: () => Promise<Uint8Array>): Promise<Model> {
  try {
    const model = decodeModel(await readFile(file));
    await markUsed(file);
    return model;
  } catch {
    // Not there, or not to be read: what is trained takes its place.
  }
  const bytes = await train();
  await store(file, bytes)
    .then(() => prune(dirname(file)))
    .catch(() => undefined);
  return decodeModel(bytes);
}

/** Written beside and renamed: a reader never sees half a file. */
async function store(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, bytes);
  await rename(beside, file);
}

/** A cache that cannot be written to is read all the same. */
async function markUsed(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}

/**
 * Every edit of the content makes a model of its own: those go that nobody has used for longest.
 * Drafts that are tried must not push out the model that is served.
 */
async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => MODEL_FILE.test(name));
  const models = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, usedMs: (await stat(path)).mtimeMs };
    }),
  );
  models.sort((a, b) => b.usedMs - a.usedMs);
  await Promise.all(models.slice(KEPT_MODELS).map(({ path }) => rm(path, { force: true })));
}

function digestOf(data: TrainingData): string {
  const hash = createHash('sha256').update(`${ENGINE_VERSION}\n${JSON.stringify(data)}`);
  return hash.digest('hex').slice(0, 32);
}
