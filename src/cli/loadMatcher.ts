import type { Config } from '../config.js';
import { ContentError } from '../content/contentError.js';
import { loadContent } from '../content/loadContent.js';
import { createTrainer } from '../matching/training/createTrainer.js';
import type { Knowledge } from '../support/knowledge.js';
import { learnContent } from '../support/learnContent.js';

/**
 * The content of the folders and a matcher trained on it, for commands that run without a server.
 * @throws ContentError when the content has errors
 */
export async function loadMatcher(config: Config): Promise<Knowledge> {
  const { content, findings } = await loadContent(config.contentFolder);
  if (!content) throw new ContentError(findings);
  const trainer = createTrainer({ cacheFolder: config.cacheFolder });
  return { content, matcher: await learnContent(trainer, content) };
}
