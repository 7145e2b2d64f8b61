import { checkContent } from '../../src/content/checkContent.js';
import type { ContentSet } from '../../src/content/contentSet.js';
import type { ContentSource } from '../../src/content/contentSource.js';

/** The files as a linter sees them: caught with a linter that looks and says nothing. */
export function contentSetOf(source: ContentSource, today = '2026-11-24'): ContentSet {
  let caught: ContentSet | undefined;
  checkContent(source, {
    today,
    linters: [
      {
        name: 'onlooker',
        description: 'Sees everything and reports nothing.',
        check(content) {
          caught = content;
        },
      },
    ],
  });
  if (!caught) throw new Error('The onlooker was not called.');
  return caught;
}
