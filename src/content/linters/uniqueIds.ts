import type { ContentFile } from '../contentFile.js';
import type { Linter, Report } from '../linter.js';

export const uniqueIds: Linter = {
  name: 'uniqueIds',
  description: 'No two offices and no two contacts share an id.',
  check({ files }, report) {
    for (const file of files('offices')) once(report, file, 'offices', file.data.offices);
    for (const file of files('contacts')) once(report, file, 'contacts', file.data.contacts);
  },
};

function once(
  report: Report,
  file: ContentFile,
  list: string,
  entries: readonly { id: string }[],
): void {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id)) {
      report({ file, at: [list, index, 'id'], fault: 'idStandsAbove', values: { id } });
    }
    seen.add(id);
  }
}
