import type { CheckedContent } from '../../content/checkContent.js';
import type { Content } from '../../content/content.js';
import { ContentError } from '../../content/contentError.js';
import { digestOf } from '../../content/contentSource.js';
import { readJudged } from '../../content/loadContent.js';
import type { Log } from '../ports.js';
import { addRevision, type AddingParts, type Proposal } from './addRevision.js';
import { editsBetween, sourceOf } from './contentFiles.js';
import type { ContentFiles, Revision } from './revision.js';
import type { NewRevision, RevisionStore, StoredRevision } from './revisionStore.js';

/** More of what differs is not worth a line in the log. */
const MOST_PATHS_TOLD = 10;
const FOLDERS = 'folders';
const HOW_TO_GO_ON =
  '`npm run export` writes the served revision into the folders; `npm run publish -- --note "…"` serves the folders instead';

export interface PublishingParts extends AddingParts {
  store: RevisionStore;
  /** What is served, and how to serve something else; the content of the folders if it is good. */
  content: {
    current(): Content;
    inFolders(): Content | undefined;
    publish(next: Content): Promise<void>;
  };
  readFolders: () => ContentFiles;
  log: Log;
}

export interface Publishing {
  served(): Revision;
  /** @throws ContentError when the check finds errors, and what `files` throws */
  publish(proposal: Proposal): Promise<Revision>;
  /** Whether what was saved in the folders may be served; it is a revision then. */
  admitSaved(saved: Content): Promise<boolean>;
  /** Resolves when what is served stands in the store. */
  recorded(): Promise<void>;
  /** Serves what other processes publish, from now on. @returns how to stop */
  follow(): () => void;
}

/**
 * Keeps what is served in step with the newest revision in the store. What is served when this is
 * called, that is the folders or what `newestGood` found in their place, gives way to what somebody
 * has published since.
 */
export async function createPublishing(parts: PublishingParts): Promise<Publishing> {
  const { store, content, judge, readFolders, log } = parts;
  const begun = await begin(parts);
  let served = begun.served;
  /** The revision with which the folders were last in step. */
  let foldersAt = begun.foldersAt;
  let recording = begun.pending;
  /** A revision that this program cannot serve is not tried again and again. */
  let refused = 0;
  // One after the other, so that an older revision never follows on a newer one.
  let line: Promise<unknown> = Promise.resolve();

  const serve = (revision: StoredRevision, next: Content): Promise<void> => {
    const work = line.then(async () => {
      if (revision.number < served.number) return;
      await content.publish(next);
      served = revision;
    });
    line = work.catch(() => undefined);
    return work;
  };

  const catchUp = async (): Promise<void> => {
    const newest = await store.newest();
    if (!newest || newest.number <= served.number || newest.number === refused) return;
    const checked = await checkStored(parts, newest, await filesOf(store, newest));
    if (checked.content) return serve(newest, checked.content);
    refused = newest.number;
    const { code, message } = new ContentError(checked.findings);
    log.error({ revision: newest.number, code, problem: message }, 'a revision was refused');
  };

  const record = async (): Promise<void> => {
    if (!recording) return;
    const { digest, basedOn } = recording;
    const files = readFolders();
    const isSame = digestOf(sourceOf(files)) === digest;
    const judgedBy = await judge();
    const added = isSame ? await store.add({ ...recording, judgedBy }, files) : undefined;
    recording = undefined;
    const newest = added ?? (await store.newest());
    if (newest?.digest === digest) {
      served = newest;
      foldersAt = newest.number;
    } else {
      // Saved again meanwhile, or a replica with other folders was quicker: that one comes soon.
      served = { ...served, number: basedOn ?? 0 };
      foldersAt = basedOn;
    }
  };
  let recorded: Promise<void> | undefined;
  const whenRecorded = (): Promise<void> => {
    recorded ??= record().catch((err: unknown) => {
      recorded = undefined;
      throw err;
    });
    return recorded;
  };

  const refuseFolders = async (newest: StoredRevision): Promise<false> => {
    tellDifference(log, newest, await filesOf(store, newest), readFolders());
    return false;
  };

  return {
    served: () => served,
    recorded: whenRecorded,

    async publish(proposal) {
      await whenRecorded();
      const { revision, content: next } = await addRevision(parts, proposal);
      if (!next) return revision;
      await serve(revision, next);
      log.info({ revision: revision.number, digest: revision.digest }, 'a revision was published');
      return revision;
    },

    async admitSaved(saved) {
      await whenRecorded();
      const newest = await store.newest();
      if (newest?.digest === saved.digest) {
        await store.noteInFolders(newest.number);
        foldersAt = newest.number;
        return true;
      }
      if (newest && foldersAt !== newest.number) return refuseFolders(newest);
      const files = readFolders();
      // Saved again meanwhile: the next look brings that.
      if (digestOf(sourceOf(files)) !== saved.digest) return false;
      const revision = folderRevision(saved.digest, newest?.number);
      const added = await store.add({ ...revision, judgedBy: await judge() }, files);
      if (!added) return false;
      served = added;
      foldersAt = added.number;
      return true;
    },

    follow() {
      const look = (): void => {
        whenRecorded()
          .then(catchUp)
          .catch((err: unknown) => log.warn({ err }, 'the newest revision is out of reach'));
      };
      look();
      return store.onNews(look);
    },
  };
}

interface Beginning {
  served: Revision;
  foldersAt: number | undefined;
  /** The folders' revision, where it has yet to be added. */
  pending?: NewRevision | undefined;
}

/** Decides between the folders, which are served so far, and what the store has. */
async function begin({
  store,
  content,
  check,
  judge,
  readFolders,
  log,
}: PublishingParts): Promise<Beginning> {
  const { digest } = content.current();
  const newest = await store.newest();
  if (!content.inFolders()) {
    const served = (await store.list()).find((each) => each.digest === digest);
    if (!served || !newest) throw new Error('what is served is no revision of the store');
    // Once they are mended, the folders go on from where they were.
    return { served, foldersAt: newest.inFolders ? newest.number : undefined };
  }
  if (newest?.digest === digest) {
    if (!newest.inFolders) await store.noteInFolders(newest.number);
    return { served: newest, foldersAt: newest.number };
  }
  const wereServed = async (): Promise<boolean> =>
    (await store.list()).some((each) => each.inFolders && each.digest === digest);
  if (!newest || (newest.inFolders && !(await wereServed()))) {
    const pending = folderRevision(digest, newest?.number);
    const number = (newest?.number ?? 0) + 1;
    return { served: { ...pending, number, at: new Date() }, foldersAt: number, pending };
  }
  const good = await newestGood({ store, check, judge, log });
  if (!good) return { served: newest, foldersAt: undefined };
  await content.publish(good.content);
  tellDifference(log, good.revision, good.files, readFolders());
  return { served: good.revision, foldersAt: undefined };
}

/** The newest revision that passes the check of this program; undefined where none does. */
export async function newestGood(
  parts: Pick<PublishingParts, 'store' | 'check' | 'judge' | 'log'>,
) {
  const { store, log } = parts;
  for (const revision of await store.list()) {
    const files = await filesOf(store, revision);
    const { content } = await checkStored(parts, revision, files);
    if (content) return { revision, files, content };
    log.error({ revision: revision.number }, 'a revision does not pass the check any more');
  }
  return undefined;
}

/** Whoever published a revision checked it: the same program would find the same. */
async function checkStored(
  { check, judge }: Pick<PublishingParts, 'check' | 'judge'>,
  { digest, judgedBy }: StoredRevision,
  files: ContentFiles,
): Promise<CheckedContent> {
  const isTrusted = judgedBy !== undefined && judgedBy === (await judge());
  return (isTrusted && (await readJudged(sourceOf(files), digest))) || check(files, false);
}

async function filesOf(store: RevisionStore, { number }: StoredRevision): Promise<ContentFiles> {
  return (await store.files(number)) ?? new Map<string, string>();
}

function folderRevision(digest: string, basedOn: number | undefined): NewRevision {
  return { digest, author: FOLDERS, note: 'As it stands in the folders', basedOn, inFolders: true };
}

function tellDifference(
  log: Log,
  { number, author }: Revision,
  files: ContentFiles,
  inFolders: ContentFiles,
): void {
  const differing = editsBetween(files, inFolders).map(({ path }) => path);
  log.warn(
    {
      revision: number,
      author,
      differing: differing.slice(0, MOST_PATHS_TOLD),
      files: differing.length,
    },
    `the folders are not served, since a revision was published that they do not hold: ${HOW_TO_GO_ON}`,
  );
}
