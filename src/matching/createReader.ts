import { noneLogit } from './calibrate.js';
import { extractFeatures, type FeatureNames } from './text/features.js';
import { softmax } from './fitChoice.js';
import { HashIndex } from './text/HashIndex.js';
import { Lexicon } from './text/Lexicon.js';
import type { Model } from './model.js';
import { addRow } from './SparseWeights.js';
import { Spelling } from './text/Spelling.js';
import type { Token } from './text/tokenize.js';
import type { Evidence, TopicMatch } from './types.js';
import { Vectorizer, type SparseVector } from './text/Vectorizer.js';
import { Vocabulary, type Word } from './text/Vocabulary.js';

/** The scores as typed count for this share, those after spelling repair for the rest. */
const AS_TYPED = 0.3;
/** A lexicon concept with this id marks messages that go on about what was said before. */
const FOLLOW_UP = 'follow-up';

/** What a text says by itself, before anything is decided. */
export interface Reading {
  /** Every topic, likeliest first. */
  ranked: TopicMatch[];
  /** Probability that no topic answers it. */
  none: number;
  /** Share of the words' weight that the model knows, from 0 to 1. */
  known: number;
  repaired: { typed: string; read: string }[];
}

/** How far a text goes on about something said before. */
export interface GoingOn {
  /** Whether it has words of going on: "and if that doesn't help", "still not". */
  marked: boolean;
  /** What it has beside those words. */
  rest: Token[];
}

/** Reads texts by a model. */
export interface Reader {
  read(tokens: Token[], language: string): Reading;
  /** The likeliest topic alone: all that is asked about parts of a message. */
  best(tokens: Token[], language: string): TopicMatch | undefined;
  /** Whether a word joins sentences ("and", "also"), in any language. */
  joins(token: Token): boolean;
  goesOn(tokens: Token[], language: string): GoingOn;
  /** What spoke for a topic rather than for the average one, strongest first. */
  evidence(tokens: Token[], language: string, topic: string): Evidence[];
}

/** Prepares a model for reading. */
export function createReader(model: Model): Reader {
  const vocabulary = new Vocabulary(model.vocabulary);
  const lexicon = new Lexicon(model.lexicon);
  const spelling = new Spelling(model.vocabulary.words, model.spelling);
  const vectorizer = new Vectorizer(HashIndex.of(model.keys), model.idf, model.unknownIdf);

  /** A token is mended once, in however many parts of its message it is read; then forgotten. */
  const mended = new WeakMap<Token, string | undefined>();
  const mend = (token: Token, language: string): string | undefined => {
    if (!mended.has(token)) {
      const speaks = (word: string): boolean => vocabulary.speaks(word, language);
      mended.set(token, spelling.repair(token.folded, speaks));
    }
    return mended.get(token);
  };

  const repair = (tokens: Token[], language: string): Reading['repaired'] =>
    tokens.flatMap((token) => {
      const { folded } = token;
      if (vocabulary.rank(folded) >= 0) return [];
      const read = mend(token, language);
      return read === undefined ? [] : [{ typed: folded, read }];
    });

  const readRepaired = (
    tokens: Token[],
    language: string,
  ): { words: Word[]; repaired: Reading['repaired'] } => {
    const repaired = repair(tokens, language);
    if (repaired.length === 0) return { words: vocabulary.read(tokens, language), repaired };
    const replaced = new Map(repaired.map(({ typed, read }) => [typed, read]));
    const read = tokens.map((token) => {
      const word = replaced.get(token.folded);
      return word === undefined ? token : { surface: word, folded: word };
    });
    return { words: vocabulary.read(read, language), repaired };
  };

  const toVector = (words: Word[], names?: FeatureNames): SparseVector =>
    vectorizer.vector(extractFeatures(words, lexicon.find(words), names));

  const score = (words: Word[]): { logits: Float64Array; known: number } => {
    const { indices, values, mass, known } = toVector(words);
    const logits = Float64Array.from(model.weights.bias);
    // Nothing known speaks for no topic: certainty must not come from the bias alone.
    if (indices.length === 0) return { logits: logits.fill(-Infinity).fill(0, -1), known };
    for (let at = 0; at < indices.length; at++) {
      addRow(model.weights, indices[at]!, values[at]!, logits);
    }
    for (let k = 0; k < logits.length; k++) logits[k]! += mass * model.weights.mass[k]!;
    logits[logits.length - 1]! += noneLogit(model.calibration, known, words.length);
    return { logits, known };
  };

  const chancesOf = (tokens: Token[], language: string) => {
    const { repaired, words } = readRepaired(tokens, language);
    const { logits, known } = score(words);
    if (repaired.length > 0) {
      const typed = score(vocabulary.read(tokens, language)).logits;
      for (let k = 0; k < logits.length && Number.isFinite(typed[k]); k++) {
        logits[k] = AS_TYPED * typed[k]! + (1 - AS_TYPED) * logits[k]!;
      }
    }
    return { chances: softmax(logits), known, repaired };
  };

  return {
    read(tokens, language) {
      const { chances, known, repaired } = chancesOf(tokens, language);
      const ranked = model.topics
        .map((id, k) => ({ id, confidence: chances[k]! }))
        .sort((a, b) => b.confidence - a.confidence);
      return { ranked, none: chances[chances.length - 1]!, known, repaired };
    },

    best(tokens, language) {
      const { chances } = chancesOf(tokens, language);
      let best = 0;
      for (let k = 1; k < model.topics.length; k++) if (chances[k]! > chances[best]!) best = k;
      const id = model.topics[best];
      return id === undefined ? undefined : { id, confidence: chances[best]! };
    },

    joins: ({ folded }) => lexicon.joins({ folded, stem: folded }),

    goesOn(tokens, language) {
      const covered = lexicon.cover(vocabulary.read(tokens, language), FOLLOW_UP);
      return { marked: covered.includes(true), rest: tokens.filter((_, at) => !covered[at]) };
    },

    evidence(tokens, language, topic) {
      const names: FeatureNames = new Map();
      const { indices, values } = toVector(readRepaired(tokens, language).words, names);
      const own = model.topics.indexOf(topic);
      return Array.from(indices, (row, at) => {
        const sums = new Float64Array(model.weights.classes);
        addRow(model.weights, row, values[at]!, sums);
        const average = sums.reduce((a, b) => a + b, 0) / sums.length;
        return { feature: names.get(model.keys[row]!)!, weight: sums[own]! - average };
      }).sort((a, b) => b.weight - a.weight);
    },
  };
}
