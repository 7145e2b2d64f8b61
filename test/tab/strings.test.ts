import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const stringsOf = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../../src/tab/strings/${language}.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>;
const placeholders = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the strings of the tab', () => {
  it.each(['fr', 'de'])('are complete in %s, with the same placeholders', (language) => {
    const own = stringsOf(language);
    const english = stringsOf('en');
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      expect([key, placeholders(own[key])]).toEqual([key, placeholders(text)]);
    }
  });
});
