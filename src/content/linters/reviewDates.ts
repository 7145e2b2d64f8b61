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
        report({
          file,
          at,
          problem: `The calendar has no day "${reviewed}".`,
          mend: 'Write the day of the review as YYYY-MM-DD.',
        });
        // One day of grace: the editor's day may have begun before the one of the check.
      } else if (ageDays < -1) {
        report({
          file,
          at,
          problem: `The review date ${reviewed} lies in the future.`,
          mend: 'Write the day on which somebody last checked every statement.',
        });
      } else if (ageDays > REVIEW_EVERY_DAYS) {
        report({
          file,
          at,
          level: 'warning',
          problem: `Nobody has reviewed this topic since ${reviewed}.`,
          mend: `Check every statement against its sources, then write "${today}".`,
        });
      }
    }
  },
};

function isDay(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
