import { describe, expect, it } from 'vitest';
import { confirmedDetails } from '../../../src/content/linters/confirmedDetails.js';
import { faultsOf } from '../faultsOf.js';

const contacts = 'knowledge/contacts.json';
const confirmed = { file: contacts, find: '"confirm": true', write: '"confirm": false' };

describe('details', () => {
  it('count as confirmed where somebody else than the article says so', () => {
    const sourced = { file: contacts, find: '"mark": "article"', write: '"mark": "official"' };
    expect(faultsOf(confirmedDetails, [confirmed, sourced])).toEqual([]);
    expect(faultsOf(confirmedDetails, [confirmed])).toHaveLength(1);
  });

  it('may always be marked as to be confirmed', () => {
    const edit = { ...confirmed, file: 'knowledge/offices.json' };
    expect(faultsOf(confirmedDetails, [{ ...edit, find: edit.write, write: edit.find }])).toEqual(
      [],
    );
  });
});
