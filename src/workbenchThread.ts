import type { ContentSource } from './content/contentSource.js';
import type { Content } from './content/content.js';
import { loadSource } from './content/loadContent.js';
import { readGoodContent } from './content/readGoodContent.js';
import { furtherLinters } from './furtherLinters.js';
import { createMatcher } from './matching/createMatcher.js';
import { createTrainer } from './matching/training/createTrainer.js';
import { indexPhrases, type LabelledPhrase } from './matching/taught.js';
import { comparePhrases } from './support/editing/comparePhrases.js';
import { sourceOf } from './support/editing/contentFiles.js';
import type { ContentFiles } from './support/editing/revision.js';
import { matchSettingsOf, trainingDataOf } from './support/knowledge.js';
import { serveTasks } from './threads/serveTasks.js';

interface CheckInput {
  source: ContentSource;
  thorough: boolean;
  cacheFolder: string;
}

interface CompareInput {
  before: ContentFiles;
  after: ContentFiles;
  cacheFolder: string;
}

interface SimilarInput {
  phrases: readonly LabelledPhrase<unknown>[];
  text: string;
}

const tasks = {
  async check({ source, thorough, cacheFolder }: CheckInput) {
    const options = { cacheFolder, thorough };
    const { content, findings, digest } = await loadSource(source, furtherLinters, options);
    return { isGood: content !== undefined, findings, digest };
  },

  async compare({ before, after, cacheFolder }: CompareInput) {
    const trainer = createTrainer({ cacheFolder });
    const learn = async (content: Content) =>
      createMatcher(await trainer.train(trainingDataOf(content)), matchSettingsOf(content));
    const [served, edited] = [await readGood(before), await readGood(after)];
    return comparePhrases(edited, await learn(served), await learn(edited));
  },

  findSimilar: ({ phrases, text }: SimilarInput) => indexPhrases(phrases)(text),
};
export type WorkbenchTasks = typeof tasks;

serveTasks(tasks);

async function readGood(files: ContentFiles): Promise<Content> {
  const content = await readGoodContent(sourceOf(files), '');
  if (!content) throw new RangeError('only good content can be compared');
  return content;
}
