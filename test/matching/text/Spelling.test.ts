import { describe, expect, it } from 'vitest';
import { countEdits, indexSpelling, Spelling } from '../../../src/matching/text/Spelling.js';

const words = ['account', 'password', 'amount', 'authentication', 'konto', 'code'];
const spelling = new Spelling(words, indexSpelling(words));
const any = (): boolean => true;

describe('spelling repair', () => {
  it.each([
    ['acount', 'account'],
    ['accountt', 'account'],
    ['pasword', 'password'],
    ['passwrod', 'password'],
    ['passwird', 'password'],
  ])('mends one error: %s → %s', (typed, read) => {
    expect(spelling.repair(typed, any)).toBe(read);
  });

  it('mends two errors in a long word', () => {
    expect(spelling.repair('authentcaton', any)).toBe('authentication');
    expect(spelling.repair('auhentcaton', any)).toBeUndefined();
  });

  it('does not mend two errors in a short word', () => {
    expect(spelling.repair('acont', any)).toBeUndefined();
  });

  it('leaves very short words alone', () => {
    expect(spelling.repair('cde', any)).toBeUndefined();
  });

  it('prefers the word that begins alike', () => {
    const near = ['angry', 'hungry'];
    expect(new Spelling(near, indexSpelling(near)).repair('hngry', any)).toBe('hungry');
  });

  it('prefers the word of the text’s language', () => {
    const near = ['kosten', 'kasten'];
    const repair = new Spelling(near, indexSpelling(near));
    expect(repair.repair('kusten', (word) => word === 'kasten')).toBe('kasten');
    expect(repair.repair('kusten', (word) => word === 'kosten')).toBe('kosten');
  });
});

describe('counting edits', () => {
  it('counts swapped neighbours as one', () => {
    expect(countEdits('cdoe', 'code', 2)).toBe(1);
  });

  it('gives up above the limit', () => {
    expect(countEdits('code', 'account', 2)).toBe(3);
    expect(countEdits('abcd', 'wxyz', 2)).toBe(3);
  });
});
