import { describe, expect, it, vi } from 'vitest';
import { rememberWords } from '../../../src/matching/text/rememberWords.js';

describe('what was found for a word', () => {
  it('is found once, and is the same the next time', () => {
    const find = vi.fn((word: string) => word.length);
    const remembered = rememberWords(find);
    expect(['mot', 'de', 'mot'].map(remembered)).toEqual([3, 2, 3]);
    expect(find.mock.calls).toEqual([['mot'], ['de']]);
  });

  it('is found again when it is too long to be a word', () => {
    const find = vi.fn(() => true);
    const remembered = rememberWords(find);
    remembered('x'.repeat(41));
    remembered('x'.repeat(41));
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('is forgotten before memory fills up with what people type', () => {
    const find = vi.fn((word: string) => word);
    const remembered = rememberWords(find);
    for (let at = 0; at < 8001; at++) remembered(`word-${at}`);
    find.mockClear();
    expect(remembered('word-0')).toBe('word-0');
    expect(find).toHaveBeenCalledOnce();
  });
});
