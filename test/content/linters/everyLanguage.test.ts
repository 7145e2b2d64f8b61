import { describe, expect, it } from 'vitest';
import { everyLanguage } from '../../../src/content/linters/everyLanguage.js';
import { faultsOf } from '../faultsOf.js';

const settings = 'knowledge/settings.json';

describe('every language', () => {
  it('is missed everywhere as soon as settings.json names it', () => {
    const faults = faultsOf(everyLanguage, [
      { file: settings, find: '"fr"]', write: '"fr", "nl"]' },
    ]);
    const files = new Set(faults.map((line) => line.split(':')[0]));
    expect([...files].sort()).toEqual([
      'knowledge/contacts.json',
      'knowledge/offices.json',
      settings,
      'knowledge/topics/account-locked.json',
      'knowledge/topics/no-sms.json',
    ]);
  });

  it('is not asked of the lexicon', () => {
    const edit = { file: 'knowledge/lexicon.json', find: '"fr"', write: '"pl"' };
    expect(faultsOf(everyLanguage, [edit])).toEqual([]);
  });

  it('is unknown, and nothing is said of it, while settings.json is broken', () => {
    expect(faultsOf(everyLanguage, [{ file: settings, write: '{' }])).toEqual([]);
  });

  it('may have strings only if settings.json names it', () => {
    const write = JSON.stringify({
      $schema: '../../knowledge/schema/strings.schema.json',
      language: 'pl',
      strings: { a: 'b' },
    });
    expect(faultsOf(everyLanguage, [{ file: 'cards/strings/pl.json', write }])).toEqual([
      expect.stringContaining('"pl" is not a language of settings.json.'),
    ]);
  });
});
