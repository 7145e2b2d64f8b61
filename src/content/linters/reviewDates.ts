import type { Linter } from '../linter.js';
import { REVIEW_EVERY_DAYS } from '../reviewDue.js';

const dayMs = 86_400_000;

export const reviewDates: Linter = {
  name: 'reviewDates',
  description: 'Every topic was reviewed within a year, and not in the future.',
  checkOnly: true,
  check({ files, today }, report) {
    for (const file of files('topic')) {
      const { reviewed } = file.data;
      const ageDays = (Date.parse(today) - Date.parse(reviewed)) / dayMs;
      const at = ['reviewed'];
      if (!isDay(reviewed)) {
        report({ file, at, fault: 'notADay', values: { day: reviewed } });
        // One day of grace: the editor's day may have begun before the one of the check.
      } else if (ageDays < -1) {
        report({ file, at, fault: 'reviewInFuture', values: { day: reviewed } });
      } else if (ageDays > REVIEW_EVERY_DAYS) {
        const values = { day: reviewed, today };
        report({ file, at, level: 'warning', fault: 'reviewDue', values });
      }
    }
  },
};

function isDay(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
