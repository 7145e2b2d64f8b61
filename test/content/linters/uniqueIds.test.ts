import { describe, expect, it } from 'vitest';
import { uniqueIds } from '../../../src/content/linters/uniqueIds.js';
import { faultsOf } from '../faultsOf.js';

describe('an id', () => {
  it('may be that of an office and of a contact', () => {
    const edit = {
      file: 'knowledge/contacts.json',
      find: '"id": "eu-login-helpdesk"',
      write: '"id": "brussels"',
    };
    expect(faultsOf(uniqueIds, [edit])).toEqual([]);
  });
});
