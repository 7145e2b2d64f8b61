import type { Content } from '../../content/content.js';
import { fold } from '../fold.js';

/** A question reduced to what it is about. */
export interface Gist {
  language: string;
  /** Ids of the lexicon's concepts: the same in every language. */
  concepts: ReadonlySet<string>;
  /** The remaining words that carry meaning, folded, cut to what endings leave alone. */
  words: ReadonlySet<string>;
}

/** Words shorter than that mean little by themselves. */
const SHORTEST_WORD = 4;
/** Endings differ, beginnings do not: "certificate", "certificates". */
const KEPT_LETTERS = 6;
const SAME_LANGUAGE = 0.6;
const OTHER_LANGUAGE = 0.8;
/** Fewer shared concepts than that may be chance. */
const FEWEST_CONCEPTS = 2;

type Lexicon = Content['lexicon'];
const vocabularies = new WeakMap<Lexicon, Map<string, ReadonlyMap<string, string>>>();

/** What a text is about, by the lexicon and its own words. */
export function gistOf(
  { lexicon }: Pick<Content, 'lexicon'>,
  text: string,
  language: string,
): Gist {
  const concepts = new Set<string>();
  const words = new Set<string>();
  const vocabulary = vocabularyOf(lexicon, language);
  const typed = fold(text).split(/[^\p{L}\p{N}]+/u);
  typed.forEach((word, at) => {
    const pair = `${word} ${typed[at + 1] ?? ''}`;
    const concept = vocabulary.get(pair) ?? vocabulary.get(word);
    if (concept !== undefined) concepts.add(concept);
    else if (word.length >= SHORTEST_WORD) words.add(word.slice(0, KEPT_LETTERS));
  });
  return { language, concepts, words };
}

/**
 * Whether two questions ask the same. In one language most of their words must be shared; across
 * languages nearly all of their concepts. Rather two cases for one question than one for two.
 */
export function askTheSame(one: Gist, other: Gist): boolean {
  const concepts = overlap(one.concepts, other.concepts);
  if (one.language !== other.language) {
    return concepts.shared >= FEWEST_CONCEPTS && concepts.share >= OTHER_LANGUAGE;
  }
  const words = overlap(one.words, other.words);
  const shared = concepts.shared + words.shared;
  const all = concepts.all + words.all;
  return shared > 0 && shared / all >= SAME_LANGUAGE;
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>) {
  const shared = [...one].filter((each) => other.has(each)).length;
  const all = one.size + other.size - shared;
  return { shared, all, share: all === 0 ? 0 : shared / all };
}

/** Folded word, or pair of words, of a language → concept. */
function vocabularyOf(lexicon: Lexicon, language: string): ReadonlyMap<string, string> {
  let byLanguage = vocabularies.get(lexicon);
  if (!byLanguage) {
    byLanguage = new Map();
    vocabularies.set(lexicon, byLanguage);
  }
  let vocabulary = byLanguage.get(language);
  if (!vocabulary) {
    vocabulary = new Map(
      Object.entries(lexicon).flatMap(([concept, words]) =>
        (words[language] ?? []).map((word) => [fold(word), concept] as const),
      ),
    );
    byLanguage.set(language, vocabulary);
  }
  return vocabulary;
}
