import { describe, expect, it } from 'vitest';
import { knownIds } from '../../../src/content/linters/knownIds.js';
import { faultsOf } from '../faultsOf.js';

const topic = 'knowledge/topics/no-sms.json';
const dialog = { file: topic, find: '"related": [', write: '"dialog": "no-sms",\n  "related": [' };

describe('an id that is referred to', () => {
  it('may be that of a broken file: the file itself is the fault', () => {
    const edit = { file: 'knowledge/topics/account-locked.json', write: '{' };
    expect(faultsOf(knownIds, [edit])).toEqual([]);
  });

  it('of a contact is not judged while contacts.json is broken', () => {
    expect(faultsOf(knownIds, [{ file: 'knowledge/contacts.json', write: '{' }])).toEqual([]);
  });

  it('of a dialog is not judged while no dialog is written', () => {
    expect(faultsOf(knownIds, [dialog])).toEqual([]);
  });

  it('of a dialog must exist as soon as there are dialogs', () => {
    const other = { file: 'dialogs/new-phone.json', write: '{}' };
    expect(faultsOf(knownIds, [dialog, other])).toEqual([
      expect.stringContaining('There is no dialog "no-sms".  Add it to dialogs/'),
    ]);
  });
});
