import { setImmediate } from 'node:timers/promises';
import type { Content } from '../content/content.js';
import { createMatcher } from '../matching/createMatcher.js';
import type { Trainer } from '../matching/training/createTrainer.js';
import type { Matcher } from '../matching/types.js';
import { matchSettingsOf, trainingDataOf } from './knowledge.js';

/** A matcher that knows the content: its model is in the cache, or is trained first. */
export async function learnContent(trainer: Trainer, content: Content): Promise<Matcher> {
  const model = await trainer.train(trainingDataOf(content));
  // Reading a model takes some milliseconds, and so does this: people's questions go in between.
  await setImmediate();
  return createMatcher(model, matchSettingsOf(content));
}
