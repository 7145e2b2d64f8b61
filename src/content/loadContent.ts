import type { CheckedContent, CheckOptions } from './checkContent.js';
import { digestOf, readContentFolders, type ContentSource } from './contentSource.js';
import type { Linter } from './linter.js';
import { readGoodContent } from './readGoodContent.js';
import { createVerdicts } from './verdicts.js';

/** Linters, or how to get at them: what is not needed at a start need not be loaded for it. */
export type Linters = readonly Linter[] | (() => Promise<readonly Linter[]>);

export interface LoadOptions extends Omit<CheckOptions, 'linters'> {
  /**
   * Folder in which to remember that content was found good, so that the next start with the same
   * content and the same program reads it without checking. A thorough check never relies on it.
   */
  cacheFolder?: string | undefined;
}

/**
 * Reads and checks `knowledge/`, `cards/` and `dialogs/` under `root`. Findings are data: this
 * rejects only where the folders cannot be read.
 *
 * @param linters rules of other rooms, such as "every card expands with its sample"
 */
export async function loadContent(
  root: string,
  linters: Linters = [],
  options: LoadOptions = {},
): Promise<CheckedContent> {
  return loadSource(readContentFolders(root), linters, options);
}

/** The same for content that comes from elsewhere, such as a stored revision. */
export async function loadSource(
  source: ContentSource,
  linters: Linters,
  { cacheFolder, ...options }: LoadOptions = {},
): Promise<CheckedContent> {
  if (cacheFolder && !options.thorough) {
    const remembered = await readRemembered(source, cacheFolder);
    if (remembered) return remembered;
  }
  const { checkContent } = await import('./checkContent.js');
  const checked = checkContent(source, {
    ...options,
    linters: typeof linters === 'function' ? await linters() : linters,
  });
  if (checked.content && cacheFolder) createVerdicts(cacheFolder).remember(checked.digest);
  return checked;
}

/**
 * Content that this very program found good elsewhere.
 * @param digest of what was found good; undefined where the source is something else
 */
export async function readJudged(
  source: ContentSource,
  digest: string,
): Promise<CheckedContent | undefined> {
  if (digestOf(source) !== digest) return undefined;
  const content = await readGoodContent(source, digest);
  return content && { content, findings: [], digest };
}

/** Content that this program found good before; undefined where it has to be checked. */
export async function readRemembered(
  source: ContentSource,
  cacheFolder: string,
): Promise<CheckedContent | undefined> {
  const digest = digestOf(source);
  return createVerdicts(cacheFolder).isGood(digest) ? readJudged(source, digest) : undefined;
}
