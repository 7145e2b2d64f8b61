import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/tab/pages/insights/csv.js';

describe('a table as CSV', () => {
  it('quotes what would break a row', () => {
    expect(
      csvOf([
        ['a', 1],
        ['b, "c"\nd', 2],
      ]),
    ).toBe('a,1\r\n"b, ""c""\nd",2\r\n');
  });

  it('holds no formula for a spreadsheet to run', () => {
    expect(csvOf([['=HYPERLINK(1)', -2]])).toBe("'=HYPERLINK(1),-2\r\n");
  });
});
