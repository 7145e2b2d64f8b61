import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/cards/escapeMarkdown.js';

/** What Markdown shows of an escaped text: the backslashes are gone, the signs stay. */
const shown = (escaped: string): string => escaped.replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1');

describe('escapeMarkdown', () => {
  it('makes no link of what looks like one', () => {
    expect(escapeMarkdown('[EU Login](https://evil.example)')).not.toMatch(/\[[^\\]*\]\(/);
  });

  it('keeps stars, underscores and backticks as typed', () => {
    expect(escapeMarkdown('**a** _b_ `c`')).toBe('\\*\\*a\\*\\* \\_b\\_ \\`c\\`');
  });

  it('makes no heading, list or quotation at the start of a line', () => {
    for (const sign of ['#', '-', '+', '*', '>']) {
      expect(escapeMarkdown(`${sign} text`)).toBe(`\\${sign} text`);
    }
  });

  it('leaves ordinary sentences in every language alone', () => {
    for (const text of [
      'Mein Konto ist gesperrt.',
      'L’accès à « JSIS » ?',
      'Año 2026: niño, 50 %',
    ]) {
      expect(escapeMarkdown(text)).toBe(text);
    }
  });

  it('shows every sign as it was typed', () => {
    const typed = '\\ ` * _ { } [ ] ( ) # + - ! | < > ~ C:\\temp';
    expect(shown(escapeMarkdown(typed))).toBe(typed);
  });
});
