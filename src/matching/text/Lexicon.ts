import { CONCEPT } from './concepts.js';
import { finishHash, hashText } from './hash.js';
import { HashIndex } from './HashIndex.js';
import { tokenize } from './tokenize.js';
import type { Vocabulary, Word } from './Vocabulary.js';

/** Concept id → language → words that mean it. */
export type LexiconTexts = Record<string, Record<string, string[]>>;

/** A lexicon made ready for look-up: what the model stores. */
export interface LexiconData {
  concepts: string[];
  /** Hashes of word sequences, and of their beginnings, which name no concept yet. */
  keys: Uint32Array;
  /** The concepts of key i lie in targets at offsets[i] … offsets[i + 1]. */
  offsets: Uint32Array;
  targets: Uint16Array;
}

const SEED = 21;
const SPACE = ' ';

/** Every `[language, words]` of a lexicon. */
export function lexiconTexts(texts: LexiconTexts): [language: string, text: string][] {
  return Object.values(texts).flatMap((byLanguage) =>
    Object.entries(byLanguage).flatMap(([language, entries]) =>
      entries.map((entry): [string, string] => [language, entry]),
    ),
  );
}

/** Prepares a lexicon: each entry can be found by its words and by its stems. */
export function compileLexicon(texts: LexiconTexts, vocabulary: Vocabulary): LexiconData {
  const concepts = Object.keys(texts);
  const index = new HashIndex();
  const named: Set<number>[] = [];
  const add = (forms: string[], concept: number): void => {
    let hash = SEED;
    forms.forEach((form, at) => {
      hash = hashText(hashText(hash, form), SPACE);
      const key = index.add(finishHash(hash));
      named[key] ??= new Set();
      if (at === forms.length - 1) named[key].add(concept);
    });
  };
  concepts.forEach((id, concept) => {
    for (const [language, entries] of Object.entries(texts[id]!)) {
      for (const entry of entries) {
        const words = tokenize(entry).map((token) => vocabulary.read(token, language));
        add(
          words.map((word) => word.stem),
          concept,
        );
        add(
          words.map((word) => word.folded),
          concept,
        );
      }
    }
  });
  const offsets = new Uint32Array(named.length + 1);
  named.forEach((own, key) => (offsets[key + 1] = offsets[key]! + own.size));
  return {
    concepts,
    keys: index.keys(),
    offsets,
    targets: Uint16Array.from(named.flatMap((own) => [...own])),
  };
}

/** Finds the concepts that words name, in whatever language: "GSM", "portable", "Handy". */
export class Lexicon {
  readonly #data: LexiconData;
  readonly #index: HashIndex;
  readonly #joining: number;

  constructor(data: LexiconData) {
    this.#data = data;
    this.#index = HashIndex.of(data.keys);
    this.#joining = data.concepts.indexOf(CONCEPT.joining);
  }

  /** The concepts of a text, each named once, in the order of their appearance. */
  find(words: readonly Word[]): string[] {
    const found = new Set<number>();
    for (let start = 0; start < words.length; start++) {
      this.#follow(words, start, 'stem', found);
      this.#follow(words, start, 'folded', found);
    }
    found.delete(this.#joining);
    return Array.from(found, (concept) => this.#data.concepts[concept]!);
  }

  /** Whether a word joins what stands before it to what comes after ("and", "außerdem"). */
  joins(word: Word): boolean {
    const found = new Set<number>();
    this.#follow([word], 0, 'folded', found);
    return found.has(this.#joining);
  }

  /** Which words stand inside an entry of that concept, whatever else they mean. */
  cover(words: readonly Word[], concept: string): boolean[] {
    const number = this.#data.concepts.indexOf(concept);
    const covered = words.map(() => false);
    if (number < 0) return covered;
    for (let start = 0; start < words.length; start++) {
      for (const form of ['stem', 'folded'] as const) {
        const end = this.#follow(words, start, form, new Set(), number);
        covered.fill(true, start, Math.max(start, end));
      }
    }
    return covered;
  }

  /** Adds what is named from `start` on; returns where the longest naming of `wanted` ends. */
  #follow(
    words: readonly Word[],
    start: number,
    form: keyof Word,
    found: Set<number>,
    wanted = -1,
  ): number {
    const { offsets, targets } = this.#data;
    let hash = SEED;
    let end = start;
    for (let at = start; at < words.length; at++) {
      hash = hashText(hashText(hash, words[at]![form]), SPACE);
      const key = this.#index.find(finishHash(hash));
      if (key < 0) break;
      for (let place = offsets[key]!; place < offsets[key + 1]!; place++) {
        found.add(targets[place]!);
        if (targets[place] === wanted) end = at + 1;
      }
    }
    return end;
  }
}
