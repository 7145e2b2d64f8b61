import { tokenize } from './tokenize.js';
import type { Vocabulary, Word } from './Vocabulary.js';

/** Concept id → language → words that mean it. */
export type LexiconData = Record<string, Record<string, string[]>>;

/** Every `[language, words]` of a lexicon. */
export function lexiconTexts(data: LexiconData): [language: string, text: string][] {
  return Object.values(data).flatMap((byLanguage) =>
    Object.entries(byLanguage).flatMap(([language, entries]) =>
      entries.map((entry): [string, string] => [language, entry]),
    ),
  );
}

/** Finds the concepts that words name, in whatever language: "GSM", "portable", "Handy". */
export class Lexicon {
  readonly #concepts = new Map<string, string[]>();
  #longest = 0;

  constructor(data: LexiconData, vocabulary: Vocabulary) {
    for (const [concept, byLanguage] of Object.entries(data)) {
      for (const [language, entries] of Object.entries(byLanguage)) {
        for (const entry of entries) {
          const words = vocabulary.read(tokenize(entry), language);
          this.#longest = Math.max(this.#longest, words.length);
          this.#add(words.map((word) => word.stem).join(' '), concept);
          this.#add(words.map((word) => word.folded).join(' '), concept);
        }
      }
    }
  }

  /** The concepts of a text, each named once, in the order of their appearance. */
  find(words: Word[]): string[] {
    const found = new Set<string>();
    for (let start = 0; start < words.length; start++) {
      let stems = '';
      let folded = '';
      for (let end = start; end < Math.min(words.length, start + this.#longest); end++) {
        stems = end === start ? words[end]!.stem : `${stems} ${words[end]!.stem}`;
        folded = end === start ? words[end]!.folded : `${folded} ${words[end]!.folded}`;
        for (const concept of this.#concepts.get(stems) ?? []) found.add(concept);
        for (const concept of this.#concepts.get(folded) ?? []) found.add(concept);
      }
    }
    return [...found];
  }

  #add(key: string, concept: string): void {
    const known = this.#concepts.get(key);
    if (!known) this.#concepts.set(key, [concept]);
    else if (!known.includes(concept)) known.push(concept);
  }
}
