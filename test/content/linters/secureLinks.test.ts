import { describe, expect, it } from 'vitest';
import { secureLinks } from '../../../src/content/linters/secureLinks.js';
import { faultsOf } from '../faultsOf.js';

describe('a link', () => {
  it('may be unprotected among the sources, which only editors open', () => {
    const edit = {
      file: 'knowledge/contacts.json',
      find: '"mark": "article"',
      write: '"url": "http://old.example", "mark": "article"',
    };
    expect(faultsOf(secureLinks, [edit])).toEqual([]);
  });

  it('may be unprotected in what people type', () => {
    const edit = {
      file: 'knowledge/phrases/en/no-sms.json',
      find: '"no sms"',
      write: '"is http://ecas.eu right"',
    };
    expect(faultsOf(secureLinks, [edit])).toEqual([]);
  });
});
