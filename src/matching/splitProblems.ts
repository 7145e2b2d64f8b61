import type { Token } from './text/tokenize.js';
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
 * @param joins whether a word joins sentences ("and", "also")
 * @param read the best topic of a part, if any
 * @returns the cut at which both sides are surest, or undefined where none gives two topics
 */
export function splitProblems(
  tokens: Token[],
  joins: (token: Token) => boolean,
  read: (part: Token[]) => TopicMatch | undefined,
): TwoProblems | undefined {
  let best: TwoProblems | undefined;
  let places = 0;
  for (let at = LEAST_WORDS; at <= tokens.length - LEAST_WORDS; at++) {
    if (!tokens[at]!.pause && !joins(tokens[at]!)) continue;
    if (++places > MOST_PLACES) break;
    const left = read(tokens.slice(0, at));
    const right = read(tokens.slice(at));
    if (!left || !right || left.id === right.id) continue;
    const confidence = Math.min(left.confidence, right.confidence);
    if (confidence > (best?.confidence ?? 0)) best = { problems: [left, right], confidence };
  }
  return best;
}
