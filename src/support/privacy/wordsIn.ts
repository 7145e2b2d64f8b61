import { fold } from '../fold.js';
import type { Stretch } from './finding.js';

/** A word of a text, with what is written against it, and how it compares. */
export interface Word extends Stretch {
  text: string;
  folded: string;
}

/** The words of a text; signs that stand around a value, as in `password="x"`, part them. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[^\s,;:="'’‘«»“”„()[\]]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    folded: fold(word),
    start: index,
    end: index + word.length,
  }));
}
