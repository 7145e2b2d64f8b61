import type { Stretch } from './finding.js';
import type { PrivacyWords, Sayings } from './privacyWords.js';
import { wordsIn, type Word } from './wordsIn.js';

/** How a value stands after the words that announce it. */
export interface Standing {
  /** Nothing between them but "is". */
  near: boolean;
  /** In quotation marks, alone. */
  quoted: boolean;
}

export interface Announcement {
  sayings: Sayings;
  /** The value's form; sticky. */
  value: RegExp;
  fits(value: string, standing: Standing): boolean;
  /** How many words may stand between: "my password for JSIS is …". Four where left out. */
  between?: number;
}

const BETWEEN = 4;
const SENTENCE_ENDS = /[.?!…]$/u;
const QUOTES = `"'’‘«»“”„`;
const QUOTE_BEFORE = new RegExp(`[${QUOTES}]\\s?$`, 'u');
const QUOTE_AFTER = new RegExp(`^\\s?[${QUOTES}]`, 'u');

/** The values that stand, in the same sentence, soon after the words that announce them. */
export function findAnnounced(
  text: string,
  { is }: PrivacyWords,
  { sayings, value, fits, between = BETWEEN }: Announcement,
): Stretch[] {
  const words = wordsIn(text);
  const valueAt = ({ start }: Word, near: boolean): Stretch | undefined => {
    value.lastIndex = start;
    const found = value.exec(text)?.[0].replace(/(?<![.?!…])[.?!…]+$/u, '');
    if (found === undefined) return undefined;
    const end = start + found.length;
    const quoted =
      QUOTE_BEFORE.test(text.slice(Math.max(0, start - 2), start)) &&
      QUOTE_AFTER.test(text.slice(end, end + 2));
    return fits(found, { near, quoted }) ? { start, end } : undefined;
  };
  const valueAfter = (next: number): Stretch | undefined => {
    if (SENTENCE_ENDS.test(words[next - 1]?.text ?? '')) return undefined;
    let near = true;
    for (const [index, word] of words.slice(next, next + between + 1).entries()) {
      const found = valueAt(word, near);
      if (found) return found;
      if (SENTENCE_ENDS.test(word.text)) return undefined;
      near &&= lengthOfSaying(is, words, next + index) > 0;
    }
    return undefined;
  };
  return words.flatMap((_word, index) => {
    const length = lengthOfSaying(sayings, words, index);
    const found = length > 0 ? valueAfter(index + length) : undefined;
    return found ? [found] : [];
  });
}

/** How many words the longest of the sayings has that stands there; 0 if none does. */
function lengthOfSaying(sayings: Sayings, words: readonly Word[], start: number): number {
  const first = words[start]?.folded;
  let longest = 0;
  for (const saying of first === undefined ? [] : (sayings.get(first) ?? [])) {
    if (saying.length <= longest) continue;
    if (saying.every((part, index) => words[start + index]?.folded === part)) {
      longest = saying.length;
    }
  }
  return longest;
}
