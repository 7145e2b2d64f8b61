import type { GoingOn } from './createReader.js';
import type { Token } from './text/tokenize.js';
import type { TopicMatch } from './types.js';

/** Longer messages have content of their own. */
const MOST_WORDS = 14;
/** A message this short may go on about something without saying so: "and on the iPad?" */
const FEW_WORDS = 4;
/** From this confidence on, what a message says beside going on is a topic of its own. */
const OWN_TOPIC = 0.6;

/** A message that goes on about the thread's last topic. */
export interface FollowUp {
  topic: string;
  /** Whether it says so ("and if that does not work?"); otherwise it is only short. */
  certain: boolean;
}

/**
 * Tells whether a message goes on about the last topic rather than about one of its own.
 * @param read the best topic of a part of the message
 */
export function findFollowUp(
  lastTopic: string,
  words: number,
  { marked, rest }: GoingOn,
  read: (part: Token[]) => TopicMatch | undefined,
): FollowUp | undefined {
  if (words === 0 || words > MOST_WORDS) return undefined;
  if (marked && (rest.length === 0 || (read(rest)?.confidence ?? 0) < OWN_TOPIC)) {
    return { topic: lastTopic, certain: true };
  }
  return words <= FEW_WORDS ? { topic: lastTopic, certain: false } : undefined;
}
