import type { TopicMatch } from './types.js';

/** Ends of sentences and lines: people put a second problem into a second sentence. */
const SENTENCE_END = /(?<=[.!?;:])\s+|\n+/u;
const LEAST_WORDS = 3;
const MOST_PARTS = 6;

/**
 * Cuts a message into its sentences and reads each by itself.
 * @returns the best topic of each sentence; empty where there is only one
 */
export function splitProblems(
  text: string,
  read: (part: string) => TopicMatch | undefined,
): TopicMatch[] {
  const parts = text
    .split(SENTENCE_END)
    .filter((part) => part.trim().split(/\s+/u).length >= LEAST_WORDS);
  if (parts.length < 2 || parts.length > MOST_PARTS) return [];
  return parts.map(read).filter((match) => match !== undefined);
}
