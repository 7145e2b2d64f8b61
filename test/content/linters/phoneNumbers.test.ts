import { describe, expect, it } from 'vitest';
import { phoneNumbers } from '../../../src/content/linters/phoneNumbers.js';
import { faultsOf } from '../faultsOf.js';

const shown = (display: string) => [
  { file: 'knowledge/contacts.json', find: '02 299 12 34', write: display },
];

describe('a telephone number', () => {
  it.each(['02 299 12 34', '+32 2 299 12 34', '(0032) 2-299.12.34'])(
    'may be shown as %s',
    (text) => {
      expect(faultsOf(phoneNumbers, shown(text))).toEqual([]);
    },
  );

  it('may not be shown without digits', () => {
    expect(faultsOf(phoneNumbers, shown('by letter'))).toHaveLength(1);
  });
});
