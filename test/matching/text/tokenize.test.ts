import { describe, expect, it } from 'vitest';
import { foldText, tokenize } from '../../../src/matching/text/tokenize.js';

const folded = (text: string): string[] => tokenize(text).map((token) => token.folded);

describe('tokenizing', () => {
  it('keeps accented words whole and folds their accents', () => {
    expect(tokenize('Réinitialisé')).toEqual([{ surface: 'réinitialisé', folded: 'reinitialise' }]);
  });

  it('takes letters apart that Unicode does not', () => {
    expect(foldText('Straße, cœur, Łódź')).toBe('strasse, coeur, lodz');
  });

  it('splits at apostrophes, straight or curly', () => {
    expect(folded("l’application d'EU Login")).toEqual(['l', 'application', 'd', 'eu', 'login']);
  });

  it('gives what is no word a class of its own', () => {
    expect(
      folded('IM0012345678 of 2024, call +32 2 29 58181 or write to a.b@ec.europa.eu'),
    ).toEqual(['#reference', 'of', '#number', 'call', '#phone', 'or', 'write', 'to', '#email']);
  });

  it('reads the words of an address beside its class', () => {
    expect(folded('https://ecas.ec.europa.eu/cas')).toEqual(['#url', 'ecas', 'europa', 'cas']);
  });

  it('keeps small numbers, which mean something ("48 hours")', () => {
    expect(folded('48 hours')).toEqual(['48', 'hours']);
  });

  it('marks a pause before a word', () => {
    expect(tokenize('no code. And no phone').map((token) => token.pause === true)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(tokenize(' …?! 🙂 ')).toEqual([]);
  });
});
