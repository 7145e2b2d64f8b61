import { createReader } from '../../src/matching/createReader.js';
import { decodeModel, encodeModel } from '../../src/matching/modelFile.js';
import { tokenize } from '../../src/matching/text/tokenize.js';
import { trainModel } from '../../src/matching/training/trainModel.js';
import type { TrainingData } from '../../src/matching/types.js';
import type { Classifier, Row } from './contender.js';

/** The product's own engine, without lexicon or answers: nothing but the corpus to learn from. */
export async function train(rows: Row[], language: string): Promise<Classifier> {
  // Through the file, as the product has it: packed, not as trained.
  const reader = createReader(decodeModel(encodeModel(trainModel(toData(rows, language)))));
  return (text) => {
    const { ranked, none } = reader.read(reader.words(tokenize(text), language));
    const best = ranked[0]!;
    // How the best topic stands against "none of these", however many topics share the rest.
    return { intent: best.id, score: best.confidence / (best.confidence + none) };
  };
}

function toData(rows: Row[], language: string): TrainingData {
  const texts = new Map<string | undefined, string[]>();
  for (const { intent, text } of rows) {
    const own = texts.get(intent);
    if (own) own.push(text);
    else texts.set(intent, [text]);
  }
  const none = texts.get(undefined) ?? [];
  texts.delete(undefined);
  return {
    languages: [language],
    topics: [...texts].map(([id, phrases]) => ({
      id: id!,
      phrases: { [language]: phrases },
      texts: {},
    })),
    none: { [language]: none },
    lexicon: {},
  };
}
