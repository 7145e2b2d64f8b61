import type { ContentFile, JsonPath } from '../contentFile.js';
import type { Linter, Report } from '../linter.js';
import type { Period } from '../types.generated.js';

export const openingTimes: Linter = {
  name: 'openingTimes',
  description: 'Opening hours end after they begin, do not overlap, and have a time zone.',
  check({ files }, report) {
    for (const file of files('offices')) {
      for (const [index, office] of file.data.offices.entries()) {
        const at = ['offices', index];
        hours(report, file, [...at, 'telephoneHours'], office.telephoneHours);
        hours(report, file, [...at, 'reception'], office.reception);
        zone(report, file, [...at, 'timeZone'], office.timeZone);
      }
    }
    for (const file of files('contacts')) {
      for (const [index, contact] of file.data.contacts.entries()) {
        const at = ['contacts', index];
        hours(report, file, [...at, 'hours'], contact.hours);
        if (contact.timeZone !== undefined) {
          zone(report, file, [...at, 'timeZone'], contact.timeZone);
        } else if (contact.hours.length > 0) {
          report({
            file,
            at: [...at, 'hours'],
            part: 'key',
            problem: 'Hours are given, but not in which time zone.',
            mend: 'Add "timeZone", such as "Europe/Brussels".',
          });
        }
      }
    }
  },
};

function hours(report: Report, file: ContentFile, at: JsonPath, periods: readonly Period[]): void {
  for (const [index, period] of periods.entries()) {
    if (period.from >= period.to) {
      report({
        file,
        at: [...at, index, 'to'],
        problem: `These hours end at ${period.to}, before they begin at ${period.from}.`,
        mend: 'Write the earlier time under "from", both as HH:MM of 24 hours.',
      });
    }
    const clash = periods
      .slice(0, index)
      .find(
        (other) =>
          other.days.some((day) => period.days.includes(day)) &&
          other.from < period.to &&
          period.from < other.to,
      );
    if (clash) {
      report({
        file,
        at: [...at, index],
        problem: `These hours overlap with ${clash.from} to ${clash.to} on the same day.`,
        mend: 'Make one span of the two, or mend the days.',
      });
    }
  }
}

function zone(report: Report, file: ContentFile, at: JsonPath, timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    report({
      file,
      at,
      problem: `There is no time zone "${timeZone}".`,
      mend: 'Write an IANA time zone, such as "Europe/Brussels" or "Europe/Rome".',
    });
  }
}
