import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/matching/createMatcher.js';
import { createTrainer } from '../../../src/matching/training/createTrainer.js';
import { encodeModel } from '../../../src/matching/modelFile.js';
import { trainModel } from '../../../src/matching/training/trainModel.js';
import type { TrainingData } from '../../../src/matching/types.js';
import { smallContent, smallSettings } from '../smallContent.js';

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

const withTopicNamed = (id: string): TrainingData => {
  const [first, ...rest] = smallContent.topics;
  return { ...smallContent, topics: [{ ...first!, id }, ...rest] };
};

describe('the trainer', () => {
  it('trains in a worker, keeps the model, and takes it from the cache the next time', async () => {
    const first = await createTrainer({ cacheFolder: folder }).train(smallContent);
    expect(first.topics).toEqual(smallContent.topics.map(({ id }) => id));
    expect(first.grams?.languages).toContain('pt');
    const file = await onlyFile();
    expect(new Uint8Array(await readFile(file))).toEqual(encodeModel(first));
    const { ino } = await stat(file);
    const second = await createTrainer({ cacheFolder: folder }).train(smallContent);
    expect((await stat(file)).ino).toBe(ino);
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

  it('leaves the event loop to messages while it trains', async () => {
    const matcher = createMatcher(trainModel(smallContent), smallSettings);
    const changed = withTopicNamed('changed-topic');
    let training = true;
    const trained = createTrainer({ cacheFolder: '/dev/null/cache' })
      .train(changed)
      .finally(() => (training = false));
    let answered = 0;
    while (training) {
      await wait(1);
      if (matcher.match({ text: 'I forgot my password', addressed: true }).outcome === 'answer') {
        answered++;
      }
    }
    expect((await trained).topics).toContain('changed-topic');
    expect(answered).toBeGreaterThan(20);
  });

  it('keeps the newest three models, and files that are not models', async () => {
    const other = join(folder, 'model-notes.bin');
    await writeFile(other, '');
    const trainer = createTrainer({ cacheFolder: folder });
    for (const name of ['first', 'second', 'third', 'fourth']) {
      await trainer.train(withTopicNamed(name));
    }
    const files = await readdir(folder);
    expect(files).toContain('model-notes.bin');
    expect(files).toHaveLength(4);
    const before = new Set(files);
    await trainer.train(withTopicNamed('fourth'));
    expect(new Set(await readdir(folder))).toEqual(before);
    await rm(other);
  });

  it('tells why training failed', async () => {
    const broken = { ...smallContent, topics: null } as unknown as typeof smallContent;
    await expect(createTrainer({ cacheFolder: folder }).train(broken)).rejects.toThrow();
  });

  it('keeps the model that is used again and again, however many others are tried', async () => {
    const cacheFolder = await mkdtemp(join(folder, 'used-'));
    const { train, isTrained } = createTrainer({ cacheFolder });
    for (const id of ['one', 'two', 'three']) {
      await train(smallContent);
      await train(withTopicNamed(id));
    }
    expect(await isTrained(smallContent)).toBe(true);
    expect(await isTrained(withTopicNamed('one'))).toBe(false);
  }, 60_000);
});
