import type { ContentFile } from '../contentFile.js';
import type { Linter, Report } from '../linter.js';

export const fileNameIsId: Linter = {
  name: 'fileNameIsId',
  description: 'A file is named after its id, and stands in the folder of its language.',
  check(content, report) {
    for (const file of content.files('topic')) same(report, file, 'id', file.data.id, file.id);
    for (const file of content.files('dialog')) same(report, file, 'id', file.data.id, file.id);
    for (const file of content.files('phrases')) {
      same(report, file, 'topic', file.data.topic, file.id);
      same(report, file, 'language', file.data.language, file.language);
    }
    for (const file of content.files('strings')) {
      same(report, file, 'language', file.data.language, file.language);
    }
  },
};

function same(
  report: Report,
  file: ContentFile,
  key: string,
  inside: string,
  outside: string | undefined,
): void {
  if (inside === outside) return;
  report({
    file,
    at: [key],
    fault: 'notThePlace',
    values: { key, inside, outside: outside ?? '' },
  });
}
