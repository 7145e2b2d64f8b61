import type { ContentFile, JsonPath } from '../contentFile.js';
import type { Linter, Report } from '../linter.js';
import { didYouMean } from '../nearest.js';

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
          report({
            file,
            at,
            problem: 'The topic names itself as related.',
            mend: 'Take it out, or name the topic that people ask next.',
          });
        } else known(report, file, at, other, topics, 'topic', 'knowledge/topics/');
      }
      for (const [index, contact] of (handOff?.contacts ?? []).entries()) {
        const at = ['handOff', 'contacts', index];
        known(report, file, at, contact, contacts, 'contact', 'knowledge/contacts.json');
      }
      // While no dialog is written at all, topics may already say which one they wait for.
      if (dialog !== undefined && dialogs.size > 0) {
        known(report, file, ['dialog'], dialog, dialogs, 'dialog', 'dialogs/');
      }
    }
    const closed = (file: ContentFile, at: JsonPath, named: readonly string[]): void => {
      for (const [index, calendar] of named.entries()) {
        const place = '"holidays" of knowledge/offices.json';
        known(report, file, [...at, index], calendar, calendars, 'holiday calendar', place);
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
  what: string,
  place: string,
): void {
  if (ids === undefined) return;
  const all = [...ids];
  if (all.includes(id)) return;
  report({
    file,
    at,
    problem: `There is no ${what} "${id}".`,
    mend: didYouMean(id, all, `Add it to ${place}, or take it out here.`),
  });
}
