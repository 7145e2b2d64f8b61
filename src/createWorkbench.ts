import type { CheckedContent } from './content/checkContent.js';
import { digestOf, type ContentSource } from './content/contentSource.js';
import { readRemembered } from './content/loadContent.js';
import { readGoodContent } from './content/readGoodContent.js';
import type { Similar } from './matching/taught.js';
import { dayOf } from './support/insights/insightStore.js';
import type { Workbench } from './support/editing/workbench.js';
import { createThread } from './threads/createThread.js';
import type { WorkbenchTasks } from './workbenchThread.js';

/** Who edits checks again and again: the next time nothing has to be loaded. */
const IDLE_MS = 60_000;
/** What is looked at before it is published is checked then: a few authors may do so at a time. */
const MOST_VERDICTS = 8;

type Verdict = Omit<CheckedContent, 'content'> & { isGood: boolean };

/** Makes a workbench in a thread of its own, which is there as long as somebody edits. */
export function createWorkbench(cacheFolder: string): Workbench {
  const thread = createThread<WorkbenchTasks>(new URL('./workbenchThread.js', import.meta.url), {
    idleMs: IDLE_MS,
  });
  const judge = (source: ContentSource, thorough: boolean): Promise<Verdict> =>
    thread.run('check', { source, thorough, cacheFolder });

  /** By content and day: some rules go by the calendar. */
  const verdicts = new Map<string, Promise<Verdict>>();
  const judgeOnce = (source: ContentSource): Promise<Verdict> => {
    const key = `${digestOf(source)} ${dayOf(new Date())}`;
    const known = verdicts.get(key);
    if (known) return known;
    const verdict = judge(source, true);
    verdicts.set(key, verdict);
    // What failed is tried again.
    verdict.catch(() => verdicts.delete(key));
    const [oldest] = verdicts.keys();
    if (verdicts.size > MOST_VERDICTS && oldest !== undefined) verdicts.delete(oldest);
    return verdict;
  };

  return {
    async check(source, thorough) {
      const remembered = thorough ? undefined : await readRemembered(source, cacheFolder);
      if (remembered) return remembered;
      const { isGood, findings, digest } = await (thorough
        ? judgeOnce(source)
        : judge(source, false));
      // Parsed here once more: that is quicker than to copy all of it from thread to thread.
      const content = isGood ? await readGoodContent(source, digest) : undefined;
      return { content, findings, digest };
    },
    compare: (before, after) => thread.run('compare', { before, after, cacheFolder }),
    tryQuestion: (before, after, text) =>
      thread.run('tryQuestion', { before, after, text, cacheFolder }),
    missedPhrases: (files) => thread.run('missedPhrases', { files, cacheFolder }),
    async findSimilar<Label>(phrases: Parameters<Workbench['findSimilar']>[0], text: string) {
      return (await thread.run('findSimilar', { phrases, text })) as Similar<Label>[];
    },
    stop: thread.stop,
  };
}
