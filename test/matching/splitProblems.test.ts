import { describe, expect, it, vi } from 'vitest';
import type { ReadWord } from '../../src/matching/createReader.js';
import { splitProblems } from '../../src/matching/splitProblems.js';
import { tokenize } from '../../src/matching/text/tokenize.js';

const wordsOf = (text: string): ReadWord[] =>
  tokenize(text).map(({ folded, pause }) => {
    const word = { folded, stem: folded };
    return { typed: word, read: word, pause: pause === true };
  });
/** Knows a topic by one of its words, and is as sure as it is told. */
const readerThatKnows = (sure: Record<string, number>) => ({
  joins: ({ typed }: ReadWord) => typed.folded === 'and',
  best: vi.fn((part: readonly ReadWord[]) => {
    const id = part.map(({ typed }) => typed.folded).find((word) => word in sure);
    return id === undefined ? undefined : { id, confidence: sure[id] ?? 0 };
  }),
});

describe('a message that may tell of two problems', () => {
  const words = wordsOf('my account is locked and the phone is new');

  it('is cut where both sides are sure of a topic of their own', () => {
    const reader = readerThatKnows({ locked: 0.9, phone: 0.8 });
    expect(splitProblems(words, reader, 0.5)).toEqual({
      problems: [
        { id: 'locked', confidence: 0.9 },
        { id: 'phone', confidence: 0.8 },
      ],
      confidence: 0.8,
    });
  });

  it('stays one where a side is less sure than is asked', () => {
    expect(splitProblems(words, readerThatKnows({ locked: 0.9, phone: 0.4 }), 0.5)).toBeUndefined();
  });

  it('is not read on where its first side is not sure enough', () => {
    const reader = readerThatKnows({ locked: 0.4, phone: 0.9 });
    expect(splitProblems(words, reader, 0.5)).toBeUndefined();
    expect(reader.best).toHaveBeenCalledOnce();
  });

  it('stays one where both sides tell of the same', () => {
    const same = wordsOf('my account is locked and it stays locked today');
    expect(splitProblems(same, readerThatKnows({ locked: 0.9 }), 0.5)).toBeUndefined();
  });
});
