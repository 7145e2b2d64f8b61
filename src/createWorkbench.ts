import { readRemembered } from './content/loadContent.js';
import { readGoodContent } from './content/readGoodContent.js';
import type { Similar } from './matching/taught.js';
import type { Workbench } from './support/editing/workbench.js';
import { createThread } from './threads/createThread.js';
import type { WorkbenchTasks } from './workbenchThread.js';

/** Who edits checks again and again: the next time nothing has to be loaded. */
const IDLE_MS = 60_000;

/** Makes a workbench in a thread of its own, which is there as long as somebody edits. */
export function createWorkbench(cacheFolder: string): Workbench {
  const thread = createThread<WorkbenchTasks>(new URL('./workbenchThread.js', import.meta.url), {
    idleMs: IDLE_MS,
  });
  return {
    async check(source, thorough) {
      const remembered = thorough ? undefined : await readRemembered(source, cacheFolder);
      if (remembered) return remembered;
      const input = { source, thorough, cacheFolder };
      const { isGood, findings, digest } = await thread.run('check', input);
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
