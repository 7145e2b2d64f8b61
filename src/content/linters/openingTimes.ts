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
            fault: 'hoursWithoutZone',
          });
        }
      }
    }
  },
};

function hours(report: Report, file: ContentFile, at: JsonPath, periods: readonly Period[]): void {
  for (const [index, period] of periods.entries()) {
    if (period.from >= period.to) {
      const { from, to } = period;
      report({ file, at: [...at, index, 'to'], fault: 'hoursBackwards', values: { from, to } });
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
      const { from, to } = clash;
      report({ file, at: [...at, index], fault: 'hoursOverlap', values: { from, to } });
    }
  }
}

function zone(report: Report, file: ContentFile, at: JsonPath, timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    report({ file, at, fault: 'noTimeZone', values: { zone: timeZone } });
  }
}
