import type { Reader, ReadWord } from './createReader.js';
import type { TopicMatch } from './types.js';

/** Fewer words do not make a problem. */
const LEAST_WORDS = 3;
/** Each place costs reading both sides: a long story is tried at the first few only. */
const MOST_PLACES = 6;

/** Two problems that one message tells of, in its order. */
export interface TwoProblems {
  problems: [TopicMatch, TopicMatch];
  /** The confidence of the less certain one. */
  confidence: number;
}

/**
 * Tries to read a message as two problems, cutting it at pauses and joining words.
 * @param least how sure both sides must be at least
 * @returns the cut at which both sides are surest, or undefined where none gives two topics
 */
export function splitProblems(
  words: readonly ReadWord[],
  { joins, best: read }: Pick<Reader, 'joins' | 'best'>,
  least: number,
): TwoProblems | undefined {
  let best: TwoProblems | undefined;
  let places = 0;
  for (let at = LEAST_WORDS; at <= words.length - LEAST_WORDS; at++) {
    const word = words[at]!;
    if (!word.pause && !joins(word)) continue;
    if (++places > MOST_PLACES) break;
    const asked = best ? best.confidence : least;
    const sideOf = (part: readonly ReadWord[]): TopicMatch | undefined => {
      const topic = read(part);
      return topic && topic.confidence >= asked ? topic : undefined;
    };
    // A side that is not sure enough saves reading the other.
    const left = sideOf(words.slice(0, at));
    const right = left && sideOf(words.slice(at));
    if (!left || !right || left.id === right.id) continue;
    const confidence = Math.min(left.confidence, right.confidence);
    if (!best || confidence > best.confidence) best = { problems: [left, right], confidence };
  }
  return best;
}
