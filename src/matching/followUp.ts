import type { Reader, ReadWord } from './createReader.js';

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

/** Tells whether a message goes on about the last topic rather than about one of its own. */
export function findFollowUp(
  lastTopic: string,
  words: readonly ReadWord[],
  { goesOn, best }: Pick<Reader, 'goesOn' | 'best'>,
): FollowUp | undefined {
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const { marked, rest } = goesOn(words);
  if (marked && (rest.length === 0 || (best(rest)?.confidence ?? 0) < OWN_TOPIC)) {
    return { topic: lastTopic, certain: true };
  }
  return words.length <= FEW_WORDS ? { topic: lastTopic, certain: false } : undefined;
}
