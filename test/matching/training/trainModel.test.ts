import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/matching/createMatcher.js';
import { decodeModel, encodeModel } from '../../../src/matching/modelFile.js';
import { ModelFileError } from '../../../src/matching/modelFileError.js';
import { trainModel } from '../../../src/matching/training/trainModel.js';
import type { TrainingData } from '../../../src/matching/types.js';
import { smallContent, smallSettings } from '../smallContent.js';

const bytes = encodeModel(trainModel(smallContent));

describe('training', () => {
  it('gives the same model for the same data', () => {
    expect(encodeModel(trainModel(structuredClone(smallContent)))).toEqual(bytes);
  });

  it('does not change the data', () => {
    const before = structuredClone(smallContent);
    trainModel(smallContent);
    expect(smallContent).toEqual(before);
  });

  it('works with next to nothing to learn from', () => {
    const data: TrainingData = {
      languages: ['en'],
      topics: [{ id: 'only', phrases: { en: ['a single phrase'] }, texts: {} }],
      none: {},
      lexicon: {},
    };
    const matcher = createMatcher(trainModel(data), { ...smallSettings, languages: ['en'] });
    const { topics } = matcher.match({ text: 'a single phrase', addressed: true });
    expect(topics.every(({ confidence }) => Number.isFinite(confidence))).toBe(true);
  });
});

describe('a model file', () => {
  it('gives back the model', () => {
    expect(encodeModel(decodeModel(bytes))).toEqual(bytes);
  });

  it('may lie anywhere in memory', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(encodeModel(decodeModel(shifted.subarray(3)))).toEqual(bytes);
  });

  it.each([
    ['nothing', (file: Uint8Array) => file.slice(0, 0)],
    ['a part of it', (file: Uint8Array) => file.slice(0, file.length - 100)],
    ['another kind of file', (file: Uint8Array) => file.map((byte, at) => (at < 4 ? 0 : byte))],
    [
      'a flipped bit',
      (file: Uint8Array) => file.map((byte, at) => (at === 5000 ? byte ^ 1 : byte)),
    ],
  ])('is refused when it is %s', (_, damage) => {
    expect(() => decodeModel(damage(bytes))).toThrow(ModelFileError);
  });
});
