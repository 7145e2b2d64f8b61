import { describe, expect, it } from 'vitest';
import { cardStrings } from '../../../src/content/linters/cardStrings.js';
import { faultsOf } from '../faultsOf.js';

const card = 'cards/answer.json';
const named = (expression: string) => [
  { file: card, find: '${t.relatedQuestions}', write: expression },
];

describe('a string that a card names', () => {
  it.each(['${if(true, t.greeting, t.relatedQuestions)}', '${$root.t.greeting}', 't.nothing'])(
    'is found in %s',
    (expression) => {
      expect(faultsOf(cardStrings, named(expression))).toEqual([]);
    },
  );

  it.each(['${if(true, t.nothing, t.greeting)}', '${$root.t.nothing}', 'A ${t.nothing} B'])(
    'is missed in %s',
    (expression) => {
      expect(faultsOf(cardStrings, named(expression))).toEqual([
        expect.stringContaining('There is no string "nothing".'),
      ]);
    },
  );

  it('is not the property of something else whose name ends in t', () => {
    expect(faultsOf(cardStrings, named('${about.nothing} ${parent.t.nothing}'))).toEqual([]);
  });
});
