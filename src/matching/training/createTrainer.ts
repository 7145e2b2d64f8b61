import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ENGINE_VERSION, type Model } from '../model.js';
import { decodeModel, ModelFileError } from '../modelFile.js';
import type { TrainingData } from '../types.js';

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
  const running = new Map<string, Promise<Model>>();
  const fileOf = (digest: string): string => join(cacheFolder, `model-${digest}.bin`);
  return {
    train(data) {
      const digest = digestOf(data);
      let model = running.get(digest);
      if (!model) {
        model = load(fileOf(digest), data);
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

async function load(file: string, data: TrainingData): Promise<Model> {
  try {
    return decodeModel(await readFile(file));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!missing && !(error instanceof ModelFileError))
      await rm(file, { force: true }).catch(() => undefined);
  }
  const bytes = await trainInWorker(data);
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

/** Every edit of the content makes a model of its own: the oldest go. */
async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => MODEL_FILE.test(name));
  const models = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, storedMs: (await stat(path)).mtimeMs };
    }),
  );
  models.sort((a, b) => b.storedMs - a.storedMs);
  await Promise.all(models.slice(KEPT_MODELS).map(({ path }) => rm(path, { force: true })));
}

function trainInWorker(data: TrainingData): Promise<Uint8Array> {
  const compiled = import.meta.url.endsWith('.js');
  const worker = compiled
    ? new Worker(new URL('./trainWorker.js', import.meta.url), { workerData: data })
    : sourceWorker(data);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`training ended with code ${code}`)));
  });
}

/** Under vitest and tsx the sources run as they are: the worker registers tsx first. */
function sourceWorker(data: TrainingData): Worker {
  const target = new URL('./trainWorker.ts', import.meta.url).href;
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import('${target}')));`;
  return new Worker(code, { eval: true, workerData: data });
}

function digestOf(data: TrainingData): string {
  const hash = createHash('sha256').update(`${ENGINE_VERSION}\n${JSON.stringify(data)}`);
  return hash.digest('hex').slice(0, 32);
}
