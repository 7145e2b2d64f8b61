import { fitCalibration, type Scored } from './calibrate.js';
import { extractFeatures, type Features } from './features.js';
import { HashIndex } from './HashIndex.js';
import { seededRandom } from './hash.js';
import { trainLanguageTable } from './LanguageTable.js';
import { Lexicon } from './Lexicon.js';
import { ENGINE_VERSION, type Model } from './model.js';
import { packWeights } from './SparseWeights.js';
import { tokenize } from './tokenize.js';
import { trainSvm, type LinearWeights } from './trainSvm.js';
import type { TrainingData } from './types.js';
import { vectorize, type SparseVector } from './Vectorizer.js';
import { Vocabulary } from './Vocabulary.js';

/** What training can be told; the defaults are what measured best (see bench/matching). */
export interface TrainingOptions {
  cost: number;
  epochs: number;
  folds: number;
  /** Epochs in each fold of the cross-validation, which only needs margins, not polish. */
  foldEpochs: number;
  /** What a topic's title or a sentence of its answer counts for beside a phrase. */
  textImportance: number;
  leastWeight: number;
  leastShare: number;
  seed: number;
}

export const TRAINING_OPTIONS: TrainingOptions = {
  cost: 4,
  epochs: 12,
  folds: 4,
  foldEpochs: 6,
  textImportance: 0.2,
  leastWeight: 0.02,
  leastShare: 0.02,
  seed: 20240607,
};

interface Example {
  text: string;
  language: string;
  label: number;
  importance: number;
  features: Features;
}

/**
 * Learns a model from the content's phrases. Pure and seeded: the same data gives the same model.
 * Takes seconds for thousands of phrases; `createTrainer` runs it off the event loop.
 */
export function trainModel(data: TrainingData, overrides: Partial<TrainingOptions> = {}): Model {
  const options = { ...TRAINING_OPTIONS, ...overrides };
  const texts = labelTexts(data, options);
  const pairs = texts.map(({ language, text }): [string, string] => [language, text]);
  const lexiconPairs = Object.values(data.lexicon).flatMap((byLanguage) =>
    Object.entries(byLanguage).flatMap(([language, words]) =>
      words.map((word): [string, string] => [language, word]),
    ),
  );
  const vocabulary = Vocabulary.of(data.languages, [...pairs, ...lexiconPairs]);
  const lexicon = new Lexicon(data.lexicon, vocabulary);
  const examples = texts.map((example): Example => {
    const words = vocabulary.read(tokenize(example.text), example.language);
    return { ...example, features: extractFeatures(words, lexicon.find(words)) };
  });

  const index = new HashIndex(1 << 17);
  const numbers = examples.map(({ features }) => [
    ...new Set(features.hashes.map((hash) => index.add(hash))),
  ]);
  const classes = data.topics.length + 1;
  const frequencies = countFrequencies(numbers, index.size);
  const calibration = calibrateByFolds(examples, numbers, frequencies, index, classes, options);
  const idf = toIdf(frequencies, examples.length);
  const unknownIdf = idfOf(0, examples.length);
  const vectors = examples.map(({ features }) => vectorize(features, index, idf, unknownIdf));
  const weights = train(examples, vectors, index.size, classes, options, options.epochs);
  const { packed, kept } = packWeights(weights, options);
  const keys = index.keys();
  return {
    version: ENGINE_VERSION,
    topics: data.topics.map((topic) => topic.id),
    vocabulary: vocabulary.data,
    lexicon: data.lexicon,
    language: trainLanguageTable(data.languages, [...pairs, ...lexiconPairs]),
    keys: Uint32Array.from(kept, (feature) => keys[feature]!),
    idf: Float32Array.from(kept, (feature) => idf[feature]!),
    unknownIdf,
    weights: packed,
    calibration,
  };
}

function labelTexts(
  data: TrainingData,
  { textImportance }: TrainingOptions,
): Omit<Example, 'features'>[] {
  const flatten = (byLanguage: Record<string, string[]>, label: number, importance: number) =>
    Object.entries(byLanguage).flatMap(([language, texts]) =>
      texts.map((text) => ({ text, language, label, importance })),
    );
  return [
    ...data.topics.flatMap((topic, label) => [
      ...flatten(topic.phrases, label, 1),
      ...flatten(topic.texts, label, textImportance),
    ]),
    ...flatten(data.none, data.topics.length, 1),
  ];
}

function train(
  examples: Example[],
  vectors: SparseVector[],
  features: number,
  classes: number,
  { cost, seed }: TrainingOptions,
  epochs: number,
): LinearWeights {
  return trainSvm(
    {
      vectors,
      labels: Int32Array.from(examples, (example) => example.label),
      importance: Float32Array.from(examples, (example) => example.importance),
    },
    features,
    classes,
    { cost, epochs, seed },
  );
}

/** Margins of every phrase by weights that have not seen it, and the calibration they give. */
function calibrateByFolds(
  examples: Example[],
  numbers: number[][],
  frequencies: Float64Array,
  index: HashIndex,
  classes: number,
  options: TrainingOptions,
): number[] {
  const random = seededRandom(options.seed);
  const foldOf = examples.map(({ importance }) =>
    importance < 1 ? -1 : Math.floor(random() * options.folds),
  );
  const scored: Scored[] = [];
  const labels: number[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const inside: number[] = [];
    const outside: number[] = [];
    foldOf.forEach((own, at) => (own === fold ? outside : inside).push(at));
    if (inside.length === 0 || outside.length === 0) continue;
    const left = frequencies.slice();
    for (const at of outside) for (const number of numbers[at]!) left[number]!--;
    const idf = toIdf(left, inside.length);
    const unknownIdf = idfOf(0, inside.length);
    const toVector = (at: number): SparseVector =>
      vectorize(examples[at]!.features, index, idf, unknownIdf);
    const weights = train(
      inside.map((at) => examples[at]!),
      inside.map(toVector),
      index.size,
      classes,
      options,
      options.foldEpochs,
    );
    for (const at of outside) {
      const vector = toVector(at);
      const words = tokenize(examples[at]!.text).length;
      scored.push({ margins: marginsOf(weights, vector), known: vector.known, words });
      labels.push(examples[at]!.label);
    }
  }
  return fitCalibration(scored, labels);
}

function marginsOf({ classes, weights, bias }: LinearWeights, vector: SparseVector): Float64Array {
  const margins = Float64Array.from(bias);
  vector.indices.forEach((feature, at) => {
    const value = vector.values[at]!;
    for (let k = 0; k < classes; k++) margins[k]! += value * weights[feature * classes + k]!;
  });
  return margins;
}

function countFrequencies(numbers: number[][], features: number): Float64Array {
  const frequencies = new Float64Array(features);
  for (const list of numbers) for (const number of list) frequencies[number]!++;
  return frequencies;
}

/** IDF a feature; 0 marks a feature that no text has. */
function toIdf(frequencies: Float64Array, texts: number): Float32Array {
  return Float32Array.from(frequencies, (count) => (count > 0 ? idfOf(count, texts) : 0));
}

function idfOf(count: number, texts: number): number {
  return Math.log((1 + texts) / (1 + count)) + 1;
}
