import { describe, expect, it } from 'vitest';
import { phrasesMeetTopics } from '../../../src/content/linters/phrasesMeetTopics.js';
import { faultsOf } from '../faultsOf.js';

describe('phrases and topics', () => {
  it('meet although one of the two files is broken', () => {
    const broken = ['knowledge/topics/no-sms.json', 'knowledge/phrases/fr/account-locked.json'];
    expect(
      faultsOf(
        phrasesMeetTopics,
        broken.map((file) => ({ file, write: '{' })),
      ),
    ).toEqual([]);
  });

  it('name all languages in which a topic cannot be asked for, once', () => {
    const edits = ['en', 'fr'].map((language) => ({
      file: `knowledge/phrases/${language}/no-sms.json`,
      delete: true as const,
    }));
    expect(faultsOf(phrasesMeetTopics, edits)).toEqual([
      expect.stringContaining('Nobody can ask for this topic in: en, fr.'),
    ]);
  });

  it('suggest the topic that was meant', () => {
    const file = 'knowledge/phrases/en/no-smss.json';
    const write = JSON.stringify({
      $schema: '../../schema/phrases.schema.json',
      topic: 'no-smss',
      language: 'en',
      phrases: ['no text'],
    });
    expect(faultsOf(phrasesMeetTopics, [{ file, write }])).toEqual([
      expect.stringContaining('Did you mean "no-sms"?'),
    ]);
  });
});
