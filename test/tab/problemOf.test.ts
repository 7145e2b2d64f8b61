import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../../src/tab/lib/api.js';
import { problemOf } from '../../src/tab/lib/problemOf.js';
import { loadStrings } from '../../src/tab/lib/say.js';

const failure = (code: string, facts = {}, status = 409) =>
  new ApiFailure(status, code, 'In English.', facts);

describe('what went wrong', () => {
  it.each([
    ['en', 'This question is not there any more.'],
    ['fr-BE', 'Cette question n’existe plus.'],
    ['de', 'Diese Frage gibt es nicht mehr.'],
  ])('is said in the language of the tab, %s', async (locale, sentence) => {
    const { say } = await loadStrings(locale);
    expect(problemOf(failure('no-case'), say)).toBe(sentence);
  });

  it('names what it is about', async () => {
    const { say } = await loadStrings('de');
    const conflict = failure('edit-conflict', { conflicts: ['a.json', 'b.json'] });
    expect(problemOf(conflict, say)).toContain('Sie beide haben geändert: a.json, b.json');
    const zip = failure('zip-refused', { reason: 'link', what: 'x.json' });
    expect(problemOf(zip, say)).toBe('„x.json“ ist eine Verknüpfung, keine Datei.');
    expect(problemOf(failure('bad-request'), say)).toContain('In English.');
  });

  it('is that nobody answered, where fetch failed', async () => {
    const { say } = await loadStrings('fr');
    expect(problemOf(new TypeError('Failed to fetch'), say)).toMatch(/^Le serveur ne répond pas/);
  });

  it('is that it was too large, whoever in between says so', async () => {
    const { say } = await loadStrings('en');
    expect(problemOf(failure('failed', {}, 413), say)).toBe('This is too large for the server.');
  });

  it('is what a newer server says, where the page does not know its reason', async () => {
    const { say } = await loadStrings('fr');
    expect(problemOf(failure('moon-phase'), say)).toBe('In English.');
  });
});

describe('the words for what the program writes itself', () => {
  it('go by the name that it writes in the place of a person', () => {
    const read = (path: string) =>
      readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');
    const name = /const FOLDERS = '(\w+)'/;
    expect(name.exec(read('tab/lib/revisionWords.ts'))?.[1]).toBe(
      name.exec(read('support/editing/createPublishing.ts'))?.[1],
    );
  });
});
