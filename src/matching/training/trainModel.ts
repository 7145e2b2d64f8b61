import { fitCalibration, type Calibration, type Scored } from '../calibrate.js';
import { countClasses, type ClassCounts } from './countClasses.js';
import { FeatureSpace, type VectorOf } from './FeatureSpace.js';
import type { GramTable } from '../language/GramTable.js';
import { seededRandom } from '../text/hash.js';
import { trainLanguageTable } from '../language/LanguageTable.js';
import { ENGINE_VERSION, type Model } from '../model.js';
import { addSparseRow } from './SparseRows.js';
import { indexSpelling } from '../text/Spelling.js';
import { packWeights } from './packWeights.js';
import { readExamples, type Example } from './trainingExamples.js';
import { trainSvm, type SvmExamples, type SvmWeights } from './trainSvm.js';
import type { TrainingData } from '../types.js';
import type { SparseVector } from '../text/Vectorizer.js';

/** What training can be told; the defaults are what measured best (see bench/matching). */
export interface TrainingOptions {
  cost: number;
  epochs: number;
  folds: number;
  /** Epochs in each fold of the cross-validation, which only needs margins, not polish. */
  foldEpochs: number;
  /** Texts scored in a fold at most: a calibration has few parameters. */
  foldTexts: number;
  /** What a topic's title or answer counts for beside a phrase. */
  textImportance: number;
  leastShare: number;
  seed: number;
}

export const TRAINING_OPTIONS: TrainingOptions = {
  cost: 0.5,
  epochs: 5,
  folds: 3,
  foldEpochs: 4,
  foldTexts: 3000,
  textImportance: 0.2,
  leastShare: 0.02,
  seed: 20240607,
};

interface Learned {
  svm: SvmWeights;
  counts: ClassCounts;
}

/**
 * Learns a model from the content's phrases. Pure and seeded: the same data gives the same model.
 * Takes seconds for thousands of phrases; `createTrainer` runs it off the event loop.
 * @param grams what is known of languages in general, see `loadGramTable`
 */
export function trainModel(
  data: TrainingData,
  grams?: GramTable,
  overrides: Partial<TrainingOptions> = {},
): Model {
  const options = { ...TRAINING_OPTIONS, ...overrides };
  const { examples, vocabulary, lexicon, texts } = readExamples(data, options.textImportance);
  const classes = data.topics.length + 1;
  const space = new FeatureSpace(examples);
  const calibration = calibrateByFolds(examples, space, classes, options);
  const { idf, unknownIdf, vectorOf } = space.without([]);
  const everything = [...examples.keys()];
  const { svm, counts } = learn(examples, everything, vectorOf, space.size, classes, options);
  return {
    version: ENGINE_VERSION,
    topics: data.topics.map((topic) => topic.id),
    vocabulary: vocabulary.data,
    lexicon,
    spelling: indexSpelling(vocabulary.data.words),
    language: trainLanguageTable(data.languages, texts),
    grams,
    keys: space.index.keys(),
    idf,
    unknownIdf,
    weights: packWeights(svm, counts, calibration, options.leastShare),
    calibration,
  };
}

function learn(
  examples: Example[],
  chosen: number[],
  vectorOf: VectorOf,
  features: number,
  classes: number,
  { cost, epochs, seed }: Pick<TrainingOptions, 'cost' | 'epochs' | 'seed'>,
): Learned {
  const set: SvmExamples = {
    vectors: chosen.map(vectorOf),
    labels: Int32Array.from(chosen, (at) => examples[at]!.label),
    importance: Float32Array.from(chosen, (at) => examples[at]!.importance),
  };
  return {
    svm: trainSvm(set, features, classes, { cost, epochs, seed }),
    counts: countClasses(set, features, classes),
  };
}

/** Scores phrases by learners that have not seen them, and fits the calibration to those. */
function calibrateByFolds(
  examples: Example[],
  space: FeatureSpace,
  classes: number,
  options: TrainingOptions,
): Calibration {
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
    if (inside.length === 0) continue;
    const { vectorOf } = space.without(outside);
    const learned = learn(examples, inside, vectorOf, space.size, classes, {
      ...options,
      epochs: options.foldEpochs,
    });
    const stride = Math.max(1, outside.length / options.foldTexts);
    for (let place = 0; place < outside.length; place += stride) {
      const at = outside[Math.floor(place)]!;
      scored.push(score(learned, vectorOf(at), examples[at]!.words));
      labels.push(examples[at]!.label);
    }
  }
  return fitCalibration(scored, labels);
}

function score({ svm, counts }: Learned, vector: SparseVector, words: number): Scored {
  const margins = Float64Array.from(svm.bias);
  const ratios = new Float64Array(margins.length);
  vector.indices.forEach((feature, at) => {
    const value = vector.values[at]!;
    addSparseRow(svm.rows, feature, value, margins);
    addSparseRow(counts.rows, feature, value, ratios);
  });
  counts.mass.forEach((share, k) => (ratios[k]! += vector.mass * share));
  return { margins, ratios, known: vector.known, words };
}
