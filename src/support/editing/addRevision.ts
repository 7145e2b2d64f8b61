import type { CheckedContent } from '../../content/checkContent.js';
import type { Content } from '../../content/content.js';
import { ContentError } from '../../content/contentError.js';
import type { ContentFiles } from './revision.js';
import type { RevisionStore, StoredRevision } from './revisionStore.js';

/** Somebody else publishes at the same moment; more often than that in a row is no chance. */
const MOST_TRIES = 5;

export interface AddingParts {
  store: Pick<RevisionStore, 'newest' | 'files' | 'add'>;
  /** Checks content; with `thorough`, by every rule of `npm run check`. */
  check: (files: ContentFiles, thorough: boolean) => Promise<CheckedContent>;
  /** Names this program among those that find content good: equal names, equal verdicts. */
  judge: () => Promise<string>;
}

/** What is published, on the base of the newest revision. */
export interface Proposal {
  author: string;
  note: string;
  /** The files as they shall be; throws what speaks against it. */
  files(newest: StoredRevision, files: ContentFiles): ContentFiles | Promise<ContentFiles>;
  /** Checked by every rule of `npm run check`. */
  thorough: boolean;
}

/** An earlier revision, served again; the note says so in English where left out. */
export function takingBack(
  author: string,
  number: number,
  earlier: ContentFiles,
  note = `Back to revision ${number}`,
): Proposal {
  return { author, note, thorough: false, files: () => earlier };
}

/**
 * Adds what is proposed to the store, as the newest revision.
 * @returns the revision and its content; the newest as it is, without content, where nothing changes
 * @throws ContentError when the check finds errors, and what `files` throws
 */
export async function addRevision(
  { store, check, judge }: AddingParts,
  { author, note, files: propose, thorough }: Proposal,
): Promise<{ revision: StoredRevision; content?: Content }> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const newest = await store.newest();
    const before = newest && (await store.files(newest.number));
    if (!newest || !before) throw new Error('there is no revision to follow on');
    const files = await propose(newest, before);
    const { content, digest, findings } = await check(files, thorough);
    if (!content) throw new ContentError(findings);
    if (digest === newest.digest) return { revision: newest };
    const [basedOn, judgedBy] = [newest.number, await judge()];
    const next = { digest, author, note, basedOn, inFolders: false, judgedBy };
    const revision = await store.add(next, files);
    if (revision) return { revision, content };
  }
  throw new Error('others published at the same moment, again and again');
}
