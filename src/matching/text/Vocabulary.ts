import { tokenize, type Token } from './tokenize.js';
import { stemWord } from './stem.js';

/** A word as the features see it. */
export interface Word {
  /** Lower-case, accents folded. */
  folded: string;
  /** Its stem in the language it belongs to. */
  stem: string;
}

/** The vocabulary as plain data: what the model stores. */
export interface VocabularyData {
  languages: string[];
  /** Folded words, most frequent first. */
  words: string[];
  /** Bit i: the word occurs in language i. */
  masks: Uint32Array;
  /** Folded word → the accented form that people mostly type. */
  forms: Record<string, string>;
}

/** The words that the content uses, with the languages they occur in. */
export class Vocabulary {
  readonly data: VocabularyData;
  readonly #numbers = new Map<string, number>();

  constructor(data: VocabularyData) {
    this.data = data;
    data.words.forEach((word, number) => this.#numbers.set(word, number));
  }

  /** Collects the vocabulary of `[language, text]` pairs. */
  static of(languages: string[], texts: Iterable<[language: string, text: string]>): Vocabulary {
    const seen = new Map<string, { count: number; mask: number; forms: Map<string, number> }>();
    for (const [language, text] of texts) {
      const bit = 1 << Math.max(0, languages.indexOf(language));
      for (const { surface, folded } of tokenize(text)) {
        let entry = seen.get(folded);
        if (!entry) seen.set(folded, (entry = { count: 0, mask: 0, forms: new Map() }));
        entry.count++;
        entry.mask |= bit;
        if (surface !== folded && folded[0] !== '#') {
          entry.forms.set(surface, (entry.forms.get(surface) ?? 0) + 1);
        }
      }
    }
    const sorted = [...seen].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
    const forms: Record<string, string> = {};
    for (const [folded, entry] of sorted) {
      const [form] = [...entry.forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      // Most people leave accents out now and then: a quarter is enough to trust the accented form.
      if (form && form[1] * 4 >= entry.count) forms[folded] = form[0];
    }
    return new Vocabulary({
      languages,
      words: sorted.map(([folded]) => folded),
      masks: Uint32Array.from(sorted, ([, entry]) => entry.mask),
      forms,
    });
  }

  /** The word's rank by frequency, or -1 where it is unknown. */
  rank(folded: string): number {
    return this.#numbers.get(folded) ?? -1;
  }

  /** Whether the word occurs in that language's texts. */
  speaks(folded: string, language: string): boolean {
    const number = this.rank(folded);
    const bit = this.data.languages.indexOf(language);
    return number >= 0 && bit >= 0 && ((this.data.masks[number]! >> bit) & 1) === 1;
  }

  /** The language to stem a word by: the text's own, unless only other languages know the word. */
  languageOf(folded: string, textLanguage: string): string {
    const mask = this.data.masks[this.rank(folded)] ?? 0;
    const bit = this.data.languages.indexOf(textLanguage);
    if (mask === 0 || (bit >= 0 && (mask >> bit) & 1)) return textLanguage;
    return this.data.languages[31 - Math.clz32(mask & -mask)] ?? textLanguage;
  }

  /** Reads a token as a word: missing accents restored first, then stemmed by its language. */
  read({ surface, folded }: Pick<Token, 'surface' | 'folded'>, textLanguage: string): Word {
    if (folded[0] === '#') return { folded, stem: folded };
    const typed = surface === folded ? (this.data.forms[folded] ?? surface) : surface;
    return { folded, stem: stemWord(typed, this.languageOf(folded, textLanguage)) };
  }
}
