import { describe, expect, it } from 'vitest';
import { enoughPhrases } from '../../../src/content/linters/enoughPhrases.js';
import { faultsOf } from '../faultsOf.js';

describe('phrases', () => {
  it('are enough at twenty, and too few at nineteen', () => {
    expect(faultsOf(enoughPhrases, [])).toEqual([]);
    const edit = { file: 'knowledge/phrases/en/_none.json', find: '"same here"', write: '"x y"' };
    expect(faultsOf(enoughPhrases, [edit])).toEqual([]);
    const fewer = { ...edit, find: '    "good book tip",\n', write: '' };
    expect(faultsOf(enoughPhrases, [fewer])).toHaveLength(1);
  });
});
