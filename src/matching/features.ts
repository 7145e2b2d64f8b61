import { finishHash, hashText } from './hash.js';
import type { Word } from './Vocabulary.js';

/** Groups of features; each is scaled to the same length before it is weighed. */
export const BLOCKS = { words: 0, characters: 1, concepts: 2 } as const;
export const BLOCK_COUNT = 3;

/** Words this far apart still form a pair, whatever their order. */
const PAIR_REACH = 4;
const SHORTEST_PART = 2;
const LONGEST_PART = 5;
/** Pairs of concepts grow with the square: a long story's first ones tell enough. */
const MOST_PAIRED_CONCEPTS = 20;

const SEEDS = { word: 1, next: 2, pair: 3, part: 4, concept: 5, concepts: 6 };
const SPACE = ' ';

/** Features of one text: parallel lists, one entry an occurrence. */
export interface Features {
  hashes: number[];
  blocks: number[];
  /** What each feature is, for people; only where it was asked for. */
  names?: string[];
}

/** Turns a read text into features. `named` fills in what each feature is, for explanations. */
export function extractFeatures(words: Word[], concepts: string[], named = false): Features {
  const hashes: number[] = [];
  const blocks: number[] = [];
  const names: string[] = [];
  const add = (block: number, hash: number, name: () => string): void => {
    hashes.push(finishHash(hash));
    blocks.push(block);
    if (named) names.push(name());
  };

  words.forEach(({ stem }, at) => {
    add(BLOCKS.words, hashText(SEEDS.word, stem), () => stem);
    const next = words[at + 1]?.stem;
    if (next !== undefined) {
      const seed = hashText(hashText(SEEDS.next, stem), SPACE);
      add(BLOCKS.words, hashText(seed, next), () => `${stem} ${next}`);
    }
    for (let other = at + 1; other <= Math.min(words.length - 1, at + PAIR_REACH); other++) {
      const pair = words[other]!.stem;
      if (pair === stem) continue;
      const [first, second] = pair < stem ? [pair, stem] : [stem, pair];
      const seed = hashText(hashText(SEEDS.pair, first), SPACE);
      add(BLOCKS.words, hashText(seed, second), () => `${first} … ${second}`);
    }
  });

  for (const { folded } of words) {
    if (folded[0] === '#') continue;
    const padded = ` ${folded} `;
    for (let from = 0; from < padded.length - 1; from++) {
      let hash = hashText(SEEDS.part, padded, from, from + SHORTEST_PART - 1);
      const end = Math.min(padded.length, from + LONGEST_PART);
      for (let to = from + SHORTEST_PART; to <= end; to++) {
        hash = hashText(hash, padded, to - 1, to);
        add(BLOCKS.characters, hash, () => `“${padded.slice(from, to).replaceAll(' ', '_')}”`);
      }
    }
  }

  concepts.forEach((concept, at) => {
    add(BLOCKS.concepts, hashText(SEEDS.concept, concept), () => `[${concept}]`);
    if (at >= MOST_PAIRED_CONCEPTS) return;
    for (const earlier of concepts.slice(0, at)) {
      const [first, second] = concept < earlier ? [concept, earlier] : [earlier, concept];
      const seed = hashText(hashText(SEEDS.concepts, first), SPACE);
      add(BLOCKS.concepts, hashText(seed, second), () => `[${first}] + [${second}]`);
    }
  });
  return named ? { hashes, blocks, names } : { hashes, blocks };
}
