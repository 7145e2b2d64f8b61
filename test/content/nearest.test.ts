import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/content/nearest.js';

describe('the nearest word', () => {
  it.each([
    ['lable', 'label'],
    ['Label', 'label'],
    ['labels', 'label'],
    ['stps', 'steps'],
    ['acount-locked', 'account-locked'],
  ])('of %s is %s', (word, expected) => {
    expect(nearest(word, ['title', 'label', 'answer', 'steps', 'account-locked'])).toBe(expected);
  });

  it('is none where all are far', () => {
    expect(nearest('colour', ['title', 'label'])).toBeUndefined();
  });

  it('is none for very short words, to which everything is near', () => {
    expect(nearest('1.6', ['1.5', '1.4'])).toBeUndefined();
  });
});
