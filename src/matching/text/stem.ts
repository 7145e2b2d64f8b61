import { createRequire } from 'node:module';
import { foldText } from './tokenize.js';

interface Stemmer {
  stem(word: string): string;
}

/**
 * natural's stemmers by language. Each is loaded on first use, by submodule: the whole package
 * costs a second and 117 MB.
 */
const SUBMODULES: Record<string, string> = {
  en: 'porter_stemmer',
  fr: 'porter_stemmer_fr',
  de: 'porter_stemmer_de',
  it: 'porter_stemmer_it',
  es: 'porter_stemmer_es',
  nl: 'porter_stemmer_nl',
  pt: 'porter_stemmer_pt',
  no: 'porter_stemmer_no',
  sv: 'porter_stemmer_sv',
};
const REMEMBERED_WORDS = 8000;

const require = createRequire(import.meta.url);
const stemmers = new Map<string, Stemmer | undefined>();
const remembered = new Map<string, Map<string, string>>();

function stemmerOf(language: string): Stemmer | undefined {
  if (!stemmers.has(language)) {
    const name = SUBMODULES[language];
    stemmers.set(
      language,
      name ? (require(`natural/lib/natural/stemmers/${name}.js`) as Stemmer) : undefined,
    );
  }
  return stemmers.get(language);
}

/**
 * The stem of a lower-case word, accents folded afterwards, because the stemmers' rules know
 * accents ("bloquée" → "bloqu"). A language without a stemmer gives the folded word.
 */
export function stemWord(word: string, language: string): string {
  let known = remembered.get(language);
  if (!known) remembered.set(language, (known = new Map()));
  let stem = known.get(word);
  if (stem === undefined) {
    const stemmer = word.length > 2 && word.charCodeAt(0) !== 35 ? stemmerOf(language) : undefined;
    stem = foldText(stemmer ? stemmer.stem(word) : word);
    // Forgetting everything now and then costs less than keeping order.
    if (known.size >= REMEMBERED_WORDS) known.clear();
    known.set(word, stem);
  }
  return stem;
}
