import type { Calibration } from './calibrate.js';
import type { GramTable } from './language/GramTable.js';
import type { LanguageTable } from './language/LanguageTable.js';
import type { LexiconData } from './text/Lexicon.js';
import type { SparseWeights } from './SparseWeights.js';
import type { SpellingData } from './text/Spelling.js';
import type { VocabularyData } from './text/Vocabulary.js';

/** Raised with every change of features or of what a model holds: older caches are retrained. */
export const ENGINE_VERSION = 9;

/** Everything that was learned, as plain data and typed arrays. */
export interface Model {
  version: number;
  /** Class k is topic k; the class after the last topic is "none of these". */
  topics: string[];
  vocabulary: VocabularyData;
  lexicon: LexiconData;
  spelling: SpellingData;
  language: LanguageTable;
  /** Other languages too, where eld's tables were at hand. */
  grams: GramTable | undefined;
  /** Hash of the feature in row f of the weights. */
  keys: Uint32Array;
  idf: Float32Array;
  unknownIdf: number;
  weights: SparseWeights;
  calibration: Calibration;
}
