import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/matching/createTrainer.js';
import { encodeModel } from '../../src/matching/modelFile.js';
import { smallContent } from './smallContent.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trainer-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const onlyFile = async (): Promise<string> => {
  const files = await readdir(folder);
  expect(files).toHaveLength(1);
  return join(folder, files[0]!);
};

describe('the trainer', () => {
  it('trains in a worker, keeps the model, and takes it from the cache the next time', async () => {
    const first = await createTrainer({ cacheFolder: folder }).train(smallContent);
    expect(first.topics).toEqual(smallContent.topics.map(({ id }) => id));
    expect(first.grams?.languages).toContain('pt');
    const file = await onlyFile();
    expect(new Uint8Array(await readFile(file))).toEqual(encodeModel(first));
    const startMs = performance.now();
    const second = await createTrainer({ cacheFolder: folder }).train(smallContent);
    expect(performance.now() - startMs).toBeLessThan(200);
    expect(encodeModel(second)).toEqual(encodeModel(first));
  });

  it('trains once for all who ask at the same time', async () => {
    const trainer = createTrainer({ cacheFolder: folder });
    const [one, other] = await Promise.all([
      trainer.train(smallContent),
      trainer.train(structuredClone(smallContent)),
    ]);
    expect(one).toBe(other);
  });

  it('trains anew when the cached file is damaged, and mends the cache', async () => {
    const file = await onlyFile();
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, 1000));
    const model = await createTrainer({ cacheFolder: folder }).train(smallContent);
    expect(model.topics).toHaveLength(smallContent.topics.length);
    expect(await readFile(await onlyFile())).toEqual(whole);
  });

  it('trains where no cache can be written', async () => {
    const model = await createTrainer({ cacheFolder: '/dev/null/cache' }).train(smallContent);
    expect(model.topics).toHaveLength(smallContent.topics.length);
  });

  it('tells why training failed', async () => {
    const broken = { ...smallContent, topics: null } as unknown as typeof smallContent;
    await expect(createTrainer({ cacheFolder: folder }).train(broken)).rejects.toThrow();
  });
});
