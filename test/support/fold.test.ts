import { describe, expect, it } from 'vitest';
import { fold } from '../../src/support/fold.js';

describe('fold', () => {
  it.each([
    ['  Aide ?', 'aide'],
    ['HELP!!', 'help'],
    ['Ça n’a pas aidé.', "ca n'a pas aide"],
    ['Zurück', 'zuruck'],
    ['?', '?'],
    ['', ''],
  ])('reads %j as %j', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });
});
