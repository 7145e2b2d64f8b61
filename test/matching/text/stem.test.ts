import { describe, expect, it } from 'vitest';
import { stemWord } from '../../../src/matching/text/stem.js';
import { tokenize } from '../../../src/matching/text/tokenize.js';
import { Vocabulary } from '../../../src/matching/text/Vocabulary.js';

describe('stemming', () => {
  it.each([
    ['en', 'passwords', 'password'],
    ['fr', 'bloquée', 'bloqué'],
    ['de', 'Kennwörter', 'Kennwort'],
    ['it', 'dimenticata', 'dimenticato'],
    ['es', 'contraseñas', 'contraseña'],
    ['nl', 'wachtwoorden', 'wachtwoord'],
  ])('brings forms of a word together in %s', (language, one, other) => {
    expect(stemWord(one.toLowerCase(), language)).toBe(stemWord(other.toLowerCase(), language));
  });

  it('leaves words of a language without a stemmer as they are, accents folded', () => {
    expect(stemWord('słowo', 'pl')).toBe('slowo');
  });
});

describe('reading words', () => {
  const vocabulary = Vocabulary.of(
    ['en', 'fr'],
    [
      ['fr', 'ma carte est bloquée'],
      ['en', 'my card is blocked'],
    ],
  );
  const stems = (text: string, language: string): string[] =>
    tokenize(text).map((token) => vocabulary.read(token, language).stem);

  it('restores accents that people leave out before it stems', () => {
    expect(stems('bloquee', 'fr')).toEqual(stems('bloquée', 'fr'));
  });

  it('stems a word by its own language in a text of another', () => {
    expect(stems('ma card est blocked', 'fr')).toEqual([
      ...stems('ma', 'fr'),
      ...stems('card', 'en'),
      ...stems('est', 'fr'),
      ...stems('blocked', 'en'),
    ]);
  });
});
