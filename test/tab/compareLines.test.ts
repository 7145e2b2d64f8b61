import { describe, expect, it } from 'vitest';
import { compareLines } from '../../src/tab/pages/knowledge/versions/compareLines.js';

describe('the lines that differ', () => {
  it('stand with two lines around them', () => {
    expect(compareLines('1\n2\n3\n4\n5\n6\n7', '1\n2\n3\nx\n5\n6\n7')).toEqual([
      '  2',
      '  3',
      '− 4',
      '+ x',
      '  5',
      '  6',
    ]);
  });

  it('keep what is the same between two changes', () => {
    expect(compareLines('a\nb\nc', 'x\nb\ny')).toEqual(['− a', '+ x', '  b', '− c', '+ y']);
  });

  it('are none where nothing changed', () => {
    expect(compareLines('a', 'a').filter((line) => !line.startsWith('  '))).toEqual([]);
  });
});
