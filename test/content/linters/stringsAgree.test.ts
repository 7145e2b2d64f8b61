import { describe, expect, it } from 'vitest';
import { stringsAgree } from '../../../src/content/linters/stringsAgree.js';
import { faultsOf } from '../faultsOf.js';

const fr = 'cards/strings/fr.json';

describe('the strings of two languages', () => {
  it('may have their placeholders in another order, and more than once', () => {
    const edits = [
      { file: 'cards/strings/en.json', find: 'Hello {name}', write: '{greeting} {name}' },
      { file: fr, find: 'Bonjour {name}', write: '{name} {name} {greeting}' },
    ];
    expect(faultsOf(stringsAgree, edits)).toEqual([]);
  });

  it('are compared with those of the default language', () => {
    const edit = {
      file: fr,
      find: '"greeting"',
      write: '"farewell": "Au revoir",\n    "greeting"',
    };
    expect(faultsOf(stringsAgree, [edit])).toEqual([
      expect.stringContaining('"farewell" is not in cards/strings/en.json.  Add it there'),
    ]);
  });

  it('are not compared while those of the default language are broken', () => {
    expect(faultsOf(stringsAgree, [{ file: 'cards/strings/en.json', write: '{' }])).toEqual([]);
  });
});
