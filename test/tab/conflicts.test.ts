import { describe, expect, it } from 'vitest';
import { conflictsOf } from '../../src/tab/pages/knowledge/draft/conflicts.js';

const begun = { 'a.json': 'a', 'b.json': 'b', 'c.json': 'c' };

describe('conflictsOf', () => {
  it('names what both changed, and nothing that one of them left alone', () => {
    const served = { ...begun, 'a.json': 'theirs', 'c.json': 'theirs' };
    const edits = [
      { path: 'a.json', text: 'mine' },
      { path: 'b.json', text: 'mine' },
    ];
    expect(conflictsOf(edits, begun, served)).toEqual([{ path: 'a.json', theirs: 'theirs' }]);
  });

  it('is at peace with whoever wrote the same, or deleted the same', () => {
    const { 'b.json': _, ...left } = begun;
    const edits = [
      { path: 'a.json', text: 'same' },
      { path: 'b.json', text: null },
    ];
    expect(conflictsOf(edits, begun, { ...left, 'a.json': 'same' })).toEqual([]);
  });

  it('has the author look at every file that differs when it is not known what they began from', () => {
    const edits = [
      { path: 'a.json', text: 'mine' },
      { path: 'b.json', text: 'b' },
      { path: 'new.json', text: 'mine' },
    ];
    expect(conflictsOf(edits, undefined, begun)).toEqual([
      { path: 'a.json', theirs: 'a' },
      { path: 'new.json', theirs: undefined },
    ]);
  });
});
