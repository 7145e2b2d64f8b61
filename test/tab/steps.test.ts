import { describe, expect, it } from 'vitest';
import { daysBefore } from '../../src/support/insights/insightStore.js';
import { inSteps } from '../../src/tab/pages/insights/steps.js';
import { spanOf } from '../../src/tab/pages/insights/spans.js';

const HOUR_MS = 60 * 60 * 1000;

/** So many days up to 24 November 2026, one question answered on each. */
const days = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    day: daysBefore('2026-11-24', count - 1 - at),
    answer: 1,
    suggest: 0,
    unresolved: 0,
    silent: 0,
    withheld: 0,
    handedOver: 0,
  }));

describe('the steps of a chart', () => {
  it('are days where there is room for each', () => {
    const steps = inSteps(days(30), 'de');
    expect(steps).toHaveLength(30);
    expect(steps.at(-1)).toMatchObject({ label: '24. Nov.', answer: 1 });
  });

  it('are weeks in a quarter, the newest of them whole', () => {
    const steps = inSteps(days(90), 'de');
    expect(steps).toHaveLength(13);
    expect(steps[0]).toMatchObject({ answer: 6 });
    expect(steps.at(-1)).toMatchObject({ label: '18. Nov.', answer: 7 });
  });

  it('are months in a year', () => {
    const steps = inSteps(days(366), 'de');
    expect(steps).toHaveLength(13);
    expect(steps.map(({ answer }) => answer)).toEqual([
      7, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 24,
    ]);
    expect(steps.at(-1)).toMatchObject({ label: 'Nov. 26' });
  });

  it('lose no question, and change nothing of what they were made of', () => {
    const before = days(366);
    const total = inSteps(before, 'en').reduce((sum, { answer }) => sum + answer, 0);
    expect(total).toBe(366);
    expect(before).toEqual(days(366));
  });
});

describe('a span of time', () => {
  it('is told in its largest unit', () => {
    expect(spanOf(30_000, 'en')).toBe('1 minute');
    expect(spanOf(0.5 * HOUR_MS, 'en')).toBe('30 minutes');
    expect(spanOf(3 * HOUR_MS, 'fr')).toMatch(/^3\sheures$/);
    expect(spanOf(30 * HOUR_MS, 'de')).toBe('30 Stunden');
    expect(spanOf(72 * HOUR_MS, 'en')).toBe('3 days');
  });
});
