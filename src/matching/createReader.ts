import { noneLogit } from './calibrate.js';
import { extractFeatures, type FeatureNames } from './features.js';
import { softmax } from './fitChoice.js';
import { HashIndex } from './HashIndex.js';
import { scoreLanguages } from './LanguageTable.js';
import { Lexicon } from './Lexicon.js';
import type { Model } from './model.js';
import { addRow } from './SparseWeights.js';
import { Spelling } from './Spelling.js';
import type { Token } from './tokenize.js';
import type { Evidence } from './types.js';
import { Vectorizer } from './Vectorizer.js';
import { Vocabulary, type Word } from './Vocabulary.js';

/** The scores as typed count for this share, those after spelling repair for the rest. */
const AS_TYPED = 0.3;

/** What a text says by itself, before anything is decided. */
export interface Reading {
  /** One probability a topic, and last that of "none of these". */
  chances: Float64Array;
  concepts: string[];
  known: number;
  repaired: { typed: string; read: string }[];
  words: number;
}

/** Reads texts by a model: probabilities, concepts, repairs, and the evidence for a topic. */
export interface Reader {
  languageScores(text: string): Float64Array;
  read(tokens: Token[], language: string): Reading;
  evidence(tokens: Token[], language: string, topic: number): Evidence[];
}

/** Prepares a model for reading. */
export function createReader(model: Model): Reader {
  const vocabulary = new Vocabulary(model.vocabulary);
  const lexicon = new Lexicon(model.lexicon);
  const spelling = new Spelling(model.vocabulary.words, model.spelling);
  const vectorizer = new Vectorizer(HashIndex.of(model.keys), model.idf, model.unknownIdf);

  const repair = (tokens: Token[], language: string): Reading['repaired'] =>
    tokens.flatMap(({ folded }) => {
      if (vocabulary.rank(folded) >= 0) return [];
      const read = spelling.repair(folded, (word) => vocabulary.speaks(word, language));
      return read === undefined ? [] : [{ typed: folded, read }];
    });

  const score = (words: Word[], concepts: string[]) => {
    const vector = vectorizer.vector(extractFeatures(words, concepts));
    const logits = Float64Array.from(model.weights.bias);
    for (let at = 0; at < vector.indices.length; at++) {
      addRow(model.weights, vector.indices[at]!, vector.values[at]!, logits);
    }
    for (let k = 0; k < logits.length; k++) logits[k]! += vector.mass * model.weights.mass[k]!;
    logits[logits.length - 1]! += noneLogit(model.calibration, vector.known, words.length);
    return { logits, known: vector.known };
  };

  const readRepaired = (tokens: Token[], language: string) => {
    const repaired = repair(tokens, language);
    const replaced = new Map(repaired.map(({ typed, read }) => [typed, read]));
    const words = vocabulary.read(
      tokens.map((token) => {
        const read = replaced.get(token.folded);
        return read === undefined ? token : { surface: read, folded: read };
      }),
      language,
    );
    return { repaired, words, concepts: lexicon.find(words) };
  };

  return {
    languageScores: (text) => scoreLanguages(model.language, text),

    read(tokens, language) {
      const { repaired, words, concepts } = readRepaired(tokens, language);
      const { logits, known } = score(words, concepts);
      if (repaired.length > 0) {
        const typed = vocabulary.read(tokens, language);
        const typedScore = score(typed, lexicon.find(typed));
        logits.forEach((logit, k) => {
          logits[k] = AS_TYPED * typedScore.logits[k]! + (1 - AS_TYPED) * logit;
        });
      }
      return {
        chances: softmax(logits),
        concepts,
        known,
        repaired,
        words: words.length,
      };
    },

    evidence(tokens, language, topic) {
      const { words, concepts } = readRepaired(tokens, language);
      const names: FeatureNames = new Map();
      const vector = vectorizer.vector(extractFeatures(words, concepts, names));
      const evidence: Evidence[] = [];
      vector.indices.forEach((row, at) => {
        const margins = new Float64Array(model.weights.classes);
        addRow(model.weights, row, vector.values[at]!, margins);
        if (margins[topic] !== 0)
          evidence.push({ feature: names.get(model.keys[row]!)!, weight: margins[topic]! });
      });
      return evidence.sort((a, b) => b.weight - a.weight);
    },
  };
}
