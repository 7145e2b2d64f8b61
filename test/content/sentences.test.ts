import { describe, expect, it } from 'vitest';
import { countWords, sentencesOf } from '../../src/content/sentences.js';

describe('sentences', () => {
  it('end at . ! ? or : before a space, and at line breaks', () => {
    expect(sentencesOf('Wait. Then try: it works! Really?\nYes')).toEqual([
      'Wait.',
      'Then try:',
      'it works!',
      'Really?',
      'Yes',
    ]);
  });

  it('do not end within a number or an address', () => {
    expect(sentencesOf('Open ecas.ec.europa.eu at 9.30')).toHaveLength(1);
  });

  it('count words, and not the signs that stand alone', () => {
    expect(countWords('Appelez le helpdesk : +32 2, l’après-midi – vite !')).toBe(7);
    expect(countWords(' … ')).toBe(0);
  });
});
