import { seededRandom } from '../../src/matching/text/hash.js';

/** Share of the words of at least four letters that get an error. */
const SHARE = 0.15;
const SHORTEST = 4;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Puts typing errors into a text: a letter left out, doubled, swapped or replaced. Seeded. */
export function createTypist(seed: number): (text: string) => string {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return (text) =>
    text.replace(/\p{L}+/gu, (word) => {
      if (word.length < SHORTEST || random() >= SHARE) return word;
      const at = 1 + below(word.length - 2);
      const before = word.slice(0, at);
      const letter = word[at]!;
      const after = word.slice(at + 1);
      switch (below(4)) {
        case 0:
          return before + after;
        case 1:
          return before + letter + letter + after;
        case 2:
          return before + (after[0] ?? '') + letter + after.slice(1);
        default:
          return before + LETTERS[below(LETTERS.length)]! + after;
      }
    });
}
