import type { CheckedContent } from './content/checkContent.js';
import { loadSource } from './content/loadContent.js';
import { furtherLinters } from './furtherLinters.js';
import { sourceOf } from './support/editing/contentFiles.js';
import type { ContentFiles } from './support/editing/revision.js';

/** The check that everything passes before it is served, whoever wants to serve it. */
export function createContentCheck(cacheFolder: string) {
  return (files: ContentFiles, thorough: boolean): Promise<CheckedContent> =>
    loadSource(sourceOf(files), furtherLinters, { cacheFolder, thorough });
}
