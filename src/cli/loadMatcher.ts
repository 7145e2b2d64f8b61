import type { Config } from '../config.js';
import { ContentError } from '../content/contentError.js';
import { loadContent } from '../content/loadContent.js';
import { createMatcher } from '../matching/createMatcher.js';
import { createTrainer } from '../matching/training/createTrainer.js';
import { matchSettingsOf, trainingDataOf, type Knowledge } from '../support/knowledge.js';

/**
 * The content of the folders and a matcher trained on it, for commands that run without a server.
 * @throws ContentError when the content has errors
 */
export async function loadMatcher(config: Config): Promise<Knowledge> {
  const { content, findings } = await loadContent(config.contentFolder);
  if (!content) throw new ContentError(findings);
  const trainer = createTrainer({ cacheFolder: config.cacheFolder });
  const model = await trainer.train(trainingDataOf(content));
  return { content, matcher: createMatcher(model, matchSettingsOf(content)) };
}
