import { buildContent } from './buildContent.js';
import type { CheckedContent, CheckOptions } from './checkContent.js';
import type { Content } from './content.js';
import { kindOfPath, type KindName } from './contentKinds.js';
import { decodeText, digestOf, readContentFolders, type ContentSource } from './contentSource.js';
import type { Linter } from './linter.js';
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
  const digest = digestOf(source);
  const verdicts = cacheFolder && !options.thorough ? createVerdicts(cacheFolder) : undefined;
  if (verdicts?.isGood(digest)) {
    const content = buildUnchecked(source, digest);
    if (content) return { content, findings: [], digest };
  }
  const { checkContent } = await import('./checkContent.js');
  const checked = checkContent(source, {
    ...options,
    linters: typeof linters === 'function' ? await linters() : linters,
  });
  if (checked.content) verdicts?.remember(digest);
  return checked;
}

/** Content that was found good before: nothing is left but to parse it. */
function buildUnchecked(source: ContentSource, digest: string): Content | undefined {
  const byKind = new Map<KindName, { id: string; data: unknown }[]>();
  for (const [path, bytes] of source) {
    const kind = kindOfPath(path);
    const text = decodeText(bytes);
    if (!kind || text === undefined) return undefined;
    const file = { id: kind.id, data: JSON.parse(text) as unknown };
    const files = byKind.get(kind.kind);
    if (files) files.push(file);
    else byKind.set(kind.kind, [file]);
  }
  return buildContent((kind) => (byKind.get(kind) ?? []) as never[], digest);
}
