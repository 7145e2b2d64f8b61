import { noneLogit } from './calibrate.js';
import { CONCEPT } from './text/concepts.js';
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

/** A word of a message. */
export interface ReadWord {
  /** As it was typed. */
  typed: Word;
  /** With its spelling mended; the same where there is nothing to mend. */
  read: Word;
  /** Whether a comma, a full stop or another pause stands before it. */
  pause: boolean;
}

/** How far a text goes on about something said before. */
export interface GoingOn {
  /** Whether it has words of going on: "and if that doesn't help", "still not". */
  marked: boolean;
  /** What it has beside those words. */
  rest: ReadWord[];
}

/** Reads texts by a model. What it makes of the words of a message serves for every part of it. */
export interface Reader {
  /** One word a token. */
  words(tokens: readonly Token[], language: string): ReadWord[];
  read(words: readonly ReadWord[]): Reading;
  /** The likeliest topic alone: all that is asked about parts of a message. */
  best(words: readonly ReadWord[]): TopicMatch | undefined;
  /** Whether a word joins sentences ("and", "also"), in any language. */
  joins(word: ReadWord): boolean;
  goesOn(words: readonly ReadWord[]): GoingOn;
  /** What spoke for a topic rather than for the average one, strongest first. */
  evidence(words: readonly ReadWord[], topic: string): Evidence[];
}

/** Prepares a model for reading. */
export function createReader(model: Model): Reader {
  const vocabulary = new Vocabulary(model.vocabulary);
  const lexicon = new Lexicon(model.lexicon);
  const spelling = new Spelling(model.vocabulary.words, model.spelling);
  const vectorizer = new Vectorizer(HashIndex.of(model.keys), model.idf, model.unknownIdf);
  const { weights, calibration } = model;
  const none = weights.classes - 1;

  const mend = (token: Token, language: string): Word | undefined => {
    if (vocabulary.rank(token.folded) >= 0) return undefined;
    const speaks = (word: string): boolean => vocabulary.speaks(word, language);
    const mended = spelling.repair(token.folded, speaks);
    return mended === undefined
      ? undefined
      : vocabulary.read({ surface: mended, folded: mended }, language);
  };

  const toVector = (words: readonly Word[], names?: FeatureNames): SparseVector =>
    vectorizer.vector(extractFeatures(words, lexicon.find(words), names));

  /** What speaks for "none of these" beside the words themselves. */
  const unknownOf = ({ known }: SparseVector, words: readonly ReadWord[]): number =>
    noneLogit(calibration, known, words.length);

  const logitsOf = (words: readonly ReadWord[]): { logits: Float64Array; known: number } => {
    let vector = toVector(words.map(({ read }) => read));
    const { known } = vector;
    let forNone = unknownOf(vector, words);
    if (words.some(isMended)) {
      const typed = toVector(words.map((word) => word.typed));
      if (typed.indices.length > 0) {
        // Logits are sums over the vector: those of both readings are had by one sum over both.
        vector = vectorizer.mix(typed, vector, AS_TYPED);
        forNone = AS_TYPED * unknownOf(typed, words) + (1 - AS_TYPED) * forNone;
      }
    }
    const { indices, values, mass } = vector;
    const logits = Float64Array.from(weights.bias);
    // Nothing known speaks for no topic: certainty must not come from the bias alone.
    if (indices.length === 0) return { logits: logits.fill(-Infinity).fill(0, none), known };
    for (let at = 0; at < indices.length; at++) addRow(weights, indices[at]!, values[at]!, logits);
    for (let k = 0; k < logits.length; k++) logits[k]! += mass * weights.mass[k]!;
    logits[none]! += forNone;
    return { logits, known };
  };

  return {
    words: (tokens, language) =>
      tokens.map((token) => {
        const typed = vocabulary.read(token, language);
        const read = mend(token, language) ?? typed;
        return { typed, read, pause: token.pause === true };
      }),

    read(words) {
      const { logits, known } = logitsOf(words);
      const chances = softmax(logits);
      const ranked = model.topics
        .map((id, k) => ({ id, confidence: chances[k]! }))
        .sort((a, b) => b.confidence - a.confidence);
      const repaired = words
        .filter(isMended)
        .map(({ typed, read }) => ({ typed: typed.folded, read: read.folded }));
      return { ranked, none: chances[none]!, known, repaired };
    },

    best(words) {
      const chances = softmax(logitsOf(words).logits);
      let best = 0;
      for (let k = 1; k < none; k++) if (chances[k]! > chances[best]!) best = k;
      const id = model.topics[best];
      return id === undefined ? undefined : { id, confidence: chances[best]! };
    },

    joins: ({ typed: { folded } }) => lexicon.joins({ folded, stem: folded }),

    goesOn(words) {
      const covered = lexicon.cover(
        words.map(({ typed }) => typed),
        CONCEPT.followUp,
      );
      return { marked: covered.includes(true), rest: words.filter((_, at) => !covered[at]) };
    },

    evidence(words, topic) {
      const names: FeatureNames = new Map();
      const { indices, values } = toVector(
        words.map(({ read }) => read),
        names,
      );
      const own = model.topics.indexOf(topic);
      return Array.from(indices, (row, at) => {
        const sums = new Float64Array(weights.classes);
        addRow(weights, row, values[at]!, sums);
        const average = sums.reduce((a, b) => a + b, 0) / sums.length;
        return { feature: names.get(model.keys[row]!)!, weight: sums[own]! - average };
      }).sort((a, b) => b.weight - a.weight);
    },
  };
}

function isMended({ typed, read }: ReadWord): boolean {
  return read !== typed;
}
