import { describe, expect, it } from 'vitest';
import { fileNameIsId } from '../../../src/content/linters/fileNameIsId.js';
import { faultsOf } from '../faultsOf.js';

describe('a file name', () => {
  it('is the topic and the folder the language, for phrases', () => {
    const file = 'knowledge/phrases/fr/no-sms.json';
    const edits = [
      { file, find: '"topic": "no-sms"', write: '"topic": "account-locked"' },
      { file, find: '"language": "fr"', write: '"language": "en"' },
    ];
    expect(faultsOf(fileNameIsId, edits)).toHaveLength(2);
  });

  it('is "_none" for messages that no topic answers', () => {
    expect(faultsOf(fileNameIsId, [])).toEqual([]);
  });
});
