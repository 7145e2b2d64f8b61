import type { Topic } from '../../content/types.generated.js';
import { outcomeView } from '../views/outcomeView.js';
import { whatNextView } from '../views/whatNextView.js';
import { NotWrittenError } from './notWrittenError.js';
import type { Occasion, Scene } from './scene.js';

/** The answer, and what follows when it did not help. */
export function topicScenes(topic: Topic, { content, language, now, botName }: Occasion): Scene[] {
  const answer: Scene = {
    id: 'answer',
    view() {
      if (!topic.texts[language]) throw new NotWrittenError(language);
      const topics = [{ id: topic.id, confidence: 1 }];
      const understood = { outcome: 'answer', topics, language } as const;
      return outcomeView(content, understood, { scope: 'personal', now, botName }).view;
    },
  };
  // Nobody is asked whether small talk has helped.
  if (topic.group === 'small-talk') return [answer];
  return [answer, { id: 'what-next', view: () => whatNextView(content, topic, language, now) }];
}
