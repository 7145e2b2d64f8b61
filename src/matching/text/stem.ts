import { createRequire } from 'node:module';
import { rememberWords } from './rememberWords.js';
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

const require = createRequire(import.meta.url);
const stems = new Map<string, (word: string) => string>();

function stemsOf(language: string): (word: string) => string {
  const name = SUBMODULES[language];
  if (name === undefined) return foldText;
  const stemmer = require(`natural/lib/natural/stemmers/${name}.js`) as Stemmer;
  return rememberWords((word) =>
    foldText(word.length > 2 && word[0] !== '#' ? stemmer.stem(word) : word),
  );
}

/**
 * The stem of a lower-case word, accents folded afterwards, because the stemmers' rules know
 * accents ("bloquée" → "bloqu"). A language without a stemmer gives the folded word.
 */
export function stemWord(word: string, language: string): string {
  let stem = stems.get(language);
  if (!stem) stems.set(language, (stem = stemsOf(language)));
  return stem(word);
}
