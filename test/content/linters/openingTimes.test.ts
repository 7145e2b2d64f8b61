import { describe, expect, it } from 'vitest';
import { openingTimes } from '../../../src/content/linters/openingTimes.js';
import { faultsOf } from '../faultsOf.js';

const offices = 'knowledge/offices.json';

describe('opening hours', () => {
  it('may follow upon each other, and be the same on different days', () => {
    const edits = [
      { file: offices, find: '"14:00"', write: '"12:00"' },
      {
        file: offices,
        find: '"telephoneHours": [',
        write: '"telephoneHours": [{"days":["wed"],"from":"10:00","to":"11:00"},',
      },
    ];
    expect(faultsOf(openingTimes, edits)).toEqual([]);
  });

  it('may be unknown, and then need no time zone', () => {
    const file = 'knowledge/contacts.json';
    const zone = { file, find: '      "timeZone": "Europe/Brussels",\n', write: '' };
    const span = `
        {
          "days": ["mon", "fri"],
          "from": "08:00",
          "to": "19:00"
        }
      `;
    const hours = { file, find: span, write: '' };
    expect(faultsOf(openingTimes, [zone])).toHaveLength(1);
    expect(faultsOf(openingTimes, [zone, hours])).toEqual([]);
  });
});
