import type { ContentFile, JsonPath } from '../contentFile.js';
import type { Linter, Report } from '../linter.js';
import type { FaultName } from '../messages/message.js';
import { nearest } from '../nearest.js';

export const knownIds: Linter = {
  name: 'knownIds',
  description: 'What a file refers to exists: topics, contacts, dialogs, holiday calendars.',
  check({ files, ids }, report) {
    const topics = ids('topic');
    const dialogs = ids('dialog');
    // A broken file is reported by itself; what refers into it is then left alone.
    const contacts = files('contacts')[0]?.data.contacts.map(({ id }) => id);
    const calendars = files('offices')[0] && Object.keys(files('offices')[0]?.data.holidays ?? {});

    for (const file of files('topic')) {
      const { id, related, handOff, dialog } = file.data;
      for (const [index, other] of related.entries()) {
        const at = ['related', index];
        if (other === id) {
          report({ file, at, fault: 'relatedToItself' });
        } else known(report, file, at, other, topics, 'noTopic', 'knowledge/topics/');
      }
      for (const [index, contact] of (handOff?.contacts ?? []).entries()) {
        const at = ['handOff', 'contacts', index];
        known(report, file, at, contact, contacts, 'noContact', 'knowledge/contacts.json');
      }
      // While no dialog is written at all, topics may already say which one they wait for.
      if (dialog !== undefined && dialogs.size > 0) {
        known(report, file, ['dialog'], dialog, dialogs, 'noDialog', 'dialogs/');
      }
    }
    const closed = (file: ContentFile, at: JsonPath, named: readonly string[]): void => {
      for (const [index, calendar] of named.entries()) {
        const place = 'knowledge/offices.json';
        known(report, file, [...at, index], calendar, calendars, 'noHolidayCalendar', place);
      }
    };
    for (const file of files('offices')) {
      for (const [index, { holidays }] of file.data.offices.entries()) {
        closed(file, ['offices', index, 'holidays'], holidays);
      }
    }
    for (const file of files('contacts')) {
      for (const [index, { holidays }] of file.data.contacts.entries()) {
        closed(file, ['contacts', index, 'holidays'], holidays);
      }
    }
  },
};

function known(
  report: Report,
  file: ContentFile,
  at: JsonPath,
  id: string,
  ids: Iterable<string> | undefined,
  fault: FaultName,
  place: string,
): void {
  if (ids === undefined) return;
  const all = [...ids];
  if (all.includes(id)) return;
  report({ file, at, fault, values: { id, place }, meant: nearest(id, all) });
}
