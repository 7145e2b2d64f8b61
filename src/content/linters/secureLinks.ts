import type { Linter } from '../linter.js';
import { forEachText } from '../jsonSchema.js';

const insecure = /\bhttp:\/\//i;

/** Phrases are not among them: people type what they type. */
const kinds = ['topic', 'offices', 'contacts', 'dialog', 'card', 'sample', 'strings'] as const;

export const secureLinks: Linter = {
  name: 'secureLinks',
  description: 'Readers are sent to https pages only.',
  check({ files }, report) {
    for (const file of kinds.flatMap((kind) => files(kind))) {
      if (!insecure.test(file.text)) continue;
      forEachText(file.data, [], (text, at) => {
        // Sources are for editors, and some of them have no https.
        if (at.includes('sources') || !insecure.test(text)) return;
        report({ file, at, fault: 'insecureLink' });
      });
    }
  },
};
