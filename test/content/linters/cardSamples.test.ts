import { describe, expect, it } from 'vitest';
import { cardSamples } from '../../../src/content/linters/cardSamples.js';
import { faultsOf } from '../faultsOf.js';

describe('a card and its sample', () => {
  it('belong together although one of them is broken', () => {
    expect(faultsOf(cardSamples, [{ file: 'cards/samples/answer.json', write: '{' }])).toEqual([]);
    expect(faultsOf(cardSamples, [{ file: 'cards/answer.json', write: '{' }])).toEqual([]);
  });
});
