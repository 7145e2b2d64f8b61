import type { ContentSource } from './content/contentSource.js';
import type { Content } from './content/content.js';
import { loadSource } from './content/loadContent.js';
import { readGoodContent } from './content/readGoodContent.js';
import { furtherLinters } from './furtherLinters.js';
import { createTrainer, type Trainer } from './matching/training/createTrainer.js';
import type { Matcher } from './matching/types.js';
import { indexPhrases, type LabelledPhrase } from './matching/taught.js';
import { comparePhrases } from './support/editing/comparePhrases.js';
import { sourceOf } from './support/editing/contentFiles.js';
import { missedPhrases } from './support/editing/missedPhrases.js';
import type { ContentFiles } from './support/editing/revision.js';
import { learnContent } from './support/learnContent.js';
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

interface MissedInput {
  files: ContentFiles;
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
    const learn = learnerIn(cacheFolder);
    const [served, edited] = [await readGood(before), await readGood(after)];
    return comparePhrases(edited, await learn(served), await learn(edited));
  },

  async missedPhrases({ files, cacheFolder }: MissedInput) {
    const content = await readGood(files);
    return missedPhrases(content, await learnerIn(cacheFolder)(content));
  },

  findSimilar: ({ phrases, text }: SimilarInput) => indexPhrases(phrases)(text),
};
export type WorkbenchTasks = typeof tasks;

serveTasks(tasks);

/** One for everybody, so that two who try the same draft wait for the same training. */
let trainer: Trainer | undefined;

function learnerIn(cacheFolder: string): (content: Content) => Promise<Matcher> {
  const known = (trainer ??= createTrainer({ cacheFolder }));
  return (content) => learnContent(known, content);
}

async function readGood(files: ContentFiles): Promise<Content> {
  const content = await readGoodContent(sourceOf(files), '');
  if (!content) throw new RangeError('only good content can be compared');
  return content;
}
