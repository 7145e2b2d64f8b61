import { describe, expect, it } from 'vitest';
import { reviewDates } from '../../../src/content/linters/reviewDates.js';
import { faultsOf } from '../faultsOf.js';

// Both topics of the valid content were reviewed on 2026-11-20.
describe('a review', () => {
  it('holds for a year', () => {
    expect(faultsOf(reviewDates, [], '2027-11-20')).toEqual([]);
    expect(faultsOf(reviewDates, [], '2027-11-21')).toHaveLength(2);
  });

  it('may be of tomorrow, where the day has begun for the editor already', () => {
    expect(faultsOf(reviewDates, [], '2026-11-19')).toEqual([]);
    expect(faultsOf(reviewDates, [], '2026-11-18')).toHaveLength(2);
  });

  it('does not keep the program from starting', () => {
    expect(reviewDates.checkOnly).toBe(true);
  });
});
