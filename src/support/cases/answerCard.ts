import type { Content } from '../../content/content.js';
import type { CardView } from '../reply.js';
import { answerView } from '../views/answerView.js';
import { noticeView } from '../views/noticeView.js';
import type { CaseAnswer } from './case.js';

/**
 * The card that an asker gets for a moderator's answer.
 * @throws RangeError when the topic is gone
 */
export function answerCard(
  content: Content,
  answer: CaseAnswer,
  language: string,
  now: Date,
): CardView {
  if (answer.kind === 'text') return noticeView(answer.language, answer.text);
  const topic = content.topics.get(answer.topic);
  if (!topic) throw new RangeError(`no topic named "${answer.topic}"`);
  return answerView(content, topic, language, { now });
}
