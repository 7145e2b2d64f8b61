import { describe, expect, it } from 'vitest';
import { decide, type Findings } from '../../src/matching/decide.js';
import { smallSettings } from './smallContent.js';

const decideOn = (confidences: number[], none: number, more: Partial<Findings> = {}) =>
  decide(
    {
      ranked: confidences.map((confidence, at) => ({ id: `topic-${at + 1}`, confidence })),
      none,
      two: undefined,
      followUp: undefined,
      addressed: true,
      words: 6,
      ...more,
    },
    { ...smallSettings, bands: { answer: 0.85, suggest: 0.25, ambient: 0.95 } },
  ).outcome;

describe('the decision', () => {
  it('answers from the band of answers on', () => {
    expect(decideOn([0.86, 0.1], 0.04)).toBe('answer');
    expect(decideOn([0.84, 0.1], 0.06)).toBe('suggest');
  });

  it('offers topics that share the chances among them, where "none of these" has little', () => {
    expect(decideOn([0.2, 0.2, 0.2, 0.2], 0.2)).toBe('suggest');
  });

  it('offers nothing where "none of these" is far likelier than the best topic', () => {
    expect(decideOn([0.2, 0.01], 0.79)).toBe('unresolved');
  });

  it('offers what a short message goes on about, even where its own words say little', () => {
    const followUp = { topic: 'topic-2', certain: false };
    expect(decideOn([0.1, 0.01], 0.45, { followUp })).toBe('suggest');
  });

  it('answers small talk when asked, and never uninvited', () => {
    const ranked = [{ id: 'greeting', confidence: 0.99 }];
    const asked = { ranked, none: 0.01, two: undefined, followUp: undefined, words: 6 };
    const settings = { ...smallSettings, bands: { answer: 0.85, suggest: 0.25, ambient: 0.95 } };
    const outcomeOf = (addressed: boolean, smallTalk: string[]) =>
      decide({ ...asked, addressed }, { ...settings, smallTalk }).outcome;
    expect(outcomeOf(true, ['greeting'])).toBe('answer');
    expect(outcomeOf(false, ['greeting'])).toBe('silent');
    expect(outcomeOf(false, ['thanks'])).toBe('answer');
  });

  it('offers nothing where there is no topic', () => {
    expect(decideOn([], 1)).toBe('unresolved');
  });
});
