import type { ContentFile, JsonPath } from '../contentFile.js';
import type { Linter } from '../linter.js';
import type { Source } from '../types.generated.js';

interface Details {
  confirm: boolean;
  sources: Source[];
}

export const confirmedDetails: Linter = {
  name: 'confirmedDetails',
  description: 'Numbers, addresses and hours that only the old article gives are to be confirmed.',
  check({ files }, report) {
    const examine = (file: ContentFile, at: JsonPath, { confirm, sources }: Details): void => {
      if (confirm || sources.some(({ mark }) => mark !== 'article')) return;
      report({
        file,
        at: [...at, 'confirm'],
        fault: 'onlyArticle',
      });
    };
    for (const file of files('offices')) {
      for (const [i, office] of file.data.offices.entries()) examine(file, ['offices', i], office);
    }
    for (const file of files('contacts')) {
      for (const [i, desk] of file.data.contacts.entries()) examine(file, ['contacts', i], desk);
    }
  },
};
