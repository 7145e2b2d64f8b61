import type { Content } from '../content/content.js';
import type { Question } from './question.js';
import type { Thread } from './threadMemory.js';

/**
 * Whether the bot may speak without having been asked. It must not interrupt people: not in a
 * channel that switched it off, not to a message meant for somebody else, not in a conversation
 * that others have joined, and not twice in a thread.
 */
export function maySpeakUninvited(
  content: Content,
  question: Question,
  thread: Thread,
  quietHere: boolean,
): boolean {
  const { ambient } = content.settings;
  if (!ambient.enabled || quietHere || question.forSomebodyElse) return false;
  if (thread.uninvitedAnswers >= ambient.answersPerThread) return false;
  return thread.starterId === question.personId && !thread.othersJoined;
}
