import { describe, expect, it } from 'vitest';
import { shortSentences } from '../../../src/content/linters/shortSentences.js';
import { faultsOf } from '../faultsOf.js';

const topic = 'knowledge/topics/no-sms.json';
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const step = (text: string) => [{ file: topic, find: 'Install the EU Login app.', write: text }];

describe('a sentence', () => {
  it('may have twenty words, and not twenty-one', () => {
    expect(faultsOf(shortSentences, step(`${words(20)}.`))).toEqual([]);
    expect(faultsOf(shortSentences, step(`${words(21)}.`))).toEqual([
      expect.stringContaining('no-sms.json:33:17  A sentence has 21 words: "word word word'),
    ]);
  });

  it('is measured by itself, however long the text', () => {
    expect(faultsOf(shortSentences, step(`${words(15)}: ${words(15)}. ${words(15)}`))).toEqual([]);
  });

  it('is measured in the texts of offices and contacts too', () => {
    const edit = {
      file: 'knowledge/contacts.json',
      find: 'Trouble with signing in.',
      write: words(25),
    };
    expect(faultsOf(shortSentences, [edit])).toHaveLength(1);
  });

  it('is not what people may type instead of pressing a button', () => {
    const edit = {
      file: 'cards/strings/en.json',
      find: '"greeting": "Hello {name}, how can I help?"',
      write: `"greetingTyped": "${words(30)}"`,
    };
    expect(faultsOf(shortSentences, [edit])).toEqual([]);
  });
});
