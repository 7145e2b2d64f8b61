import { describe, expect, it } from 'vitest';
import { withTaught } from '../../src/matching/taught.js';
import type { Matcher, Understanding } from '../../src/matching/types.js';
import { smallSettings } from './smallContent.js';

const nothingFound = { language: 'en', outcome: 'silent', topics: [] } as unknown as Understanding;
const taught = withTaught(
  { match: () => nothingFound } as unknown as Matcher,
  [
    { text: 'my tablet shows a grey padlock', language: 'en', label: 'account-locked' },
    { text: 'a very good morning to everybody', language: 'en', label: 'greeting' },
  ],
  smallSettings,
);
const outcomeOf = (text: string, addressed: boolean) => taught.match({ text, addressed }).outcome;

describe('a phrase that was taught a moment ago', () => {
  it('is answered, also uninvited when it was asked to the letter', () => {
    expect(outcomeOf('my tablet shows a grey padlock', true)).toBe('answer');
    expect(outcomeOf('my tablet shows a grey padlock', false)).toBe('answer');
  });

  it('is not answered uninvited when it is small talk', () => {
    expect(outcomeOf('a very good morning to everybody', true)).toBe('answer');
    expect(outcomeOf('a very good morning to everybody', false)).toBe('silent');
  });
});
