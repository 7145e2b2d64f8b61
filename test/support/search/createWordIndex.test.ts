import { describe, expect, it } from 'vitest';
import { createWordIndex } from '../../../src/support/search/createWordIndex.js';

const text = (words: string, weight = 1) => ({ text: words, weight });

const index = createWordIndex([
  ['locked', [text('Compte bloqué', 5), text('mon compte est verrouillé')]],
  ['password', [text('Mot de passe oublié', 5), text('le mot de passe de mon compte')]],
  ['phone', [text('Neues Telefon', 5), text('mein Handy ist neu'), text('new telephone')]],
]);

describe('the word index', () => {
  it('finds by words without accents, capitals and punctuation', () => {
    expect(index.search('BLOQUE!')).toEqual(['locked']);
    expect(index.search('verrouille')).toEqual(['locked']);
  });

  it('takes the last word for unfinished, and no other', () => {
    expect(index.search('neues tele')).toEqual(['phone']);
    expect(index.search('hand')).toEqual(['phone']);
    expect(index.search('hand zzz')).toEqual([]);
  });

  it('puts what a title says before what somebody once asked', () => {
    expect(index.search('compte')[0]).toBe('locked');
  });

  it('leaves out what shares only everyday words with the query', () => {
    expect(index.search('mot de passe compte')).toEqual(['password']);
  });

  it('finds nothing for nothing, and nothing among nothing', () => {
    expect(index.search('')).toEqual([]);
    expect(index.search('?!')).toEqual([]);
    expect(createWordIndex([]).search('compte')).toEqual([]);
  });
});
