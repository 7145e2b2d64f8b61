import { digestOf, type ContentSource } from './content/contentSource.js';
import type { Content } from './content/content.js';
import type { Finding } from './content/findings.js';
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
import { tryQuestion } from './support/editing/trial.js';
import type { Knowledge } from './support/knowledge.js';
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

interface TryInput extends CompareInput {
  text: string;
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

  async tryQuestion({ before, after, text, cacheFolder }: TryInput) {
    const digest = digestOf(sourceOf(after));
    if (lastTried?.digest !== digest) {
      lastTried = { digest, learnt: learnEdit(before, after, cacheFolder) };
      // What failed is tried again.
      lastTried.learnt.catch(() => (lastTried = undefined));
    }
    const { findings, edited } = await lastTried.learnt;
    return { findings, trial: edited && tryQuestion(edited.content, edited.matcher, text) };
  },

  async missedPhrases({ files, cacheFolder }: MissedInput) {
    const content = await readGood(files);
    return missedPhrases(content, await learnerIn(cacheFolder)(content));
  },

  findSimilar: ({ phrases, text }: SimilarInput) => indexPhrases(phrases)(text),
};
export type WorkbenchTasks = typeof tasks;

serveTasks(tasks);

interface Learnt {
  findings: Finding[];
  /** Undefined where the check found errors. */
  edited?: Knowledge;
}

/** Whoever tries an edit asks it more than one question. */
let lastTried: { digest: string; learnt: Promise<Learnt> } | undefined;

async function learnEdit(
  before: ContentFiles,
  after: ContentFiles,
  cacheFolder: string,
): Promise<Learnt> {
  const { content, findings } = await loadSource(sourceOf(after), furtherLinters, { cacheFolder });
  if (!content) return { findings };
  const learn = learnerIn(cacheFolder);
  // The cache keeps what was used last: what is served must not be lost for the edits that are tried.
  await learn(await readGood(before));
  return { findings, edited: { content, matcher: await learn(content) } };
}

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
