import type { CheckedContent } from './checkContent.js';
import type { Content } from './content.js';
import { ContentError } from './contentError.js';
import { contentFolders } from './contentKinds.js';
import { formatFinding, type Finding } from './findings.js';
import { digestOf, readContentFolders, type ContentSource } from './contentSource.js';
import { loadSource, type Linters } from './loadContent.js';
import { watchFolders } from './watchFolders.js';

/** As much of a pino logger as the service needs. */
export interface ContentLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/**
 * Called after the swap, for what may follow later, such as training the matcher. One listener is
 * never called twice at a time: what was published meanwhile is skipped but for the newest.
 * `signal` aborts as soon as there is something newer, or the service closes.
 */
export type PublishListener = (content: Content, signal: AbortSignal) => void | Promise<void>;

export interface ContentService {
  /** The content served now: texts, cards and dialogs of one checked whole. */
  current(): Content;
  /** The content of the folders when they were last read; undefined where it was refused. */
  inFolders(): Content | undefined;
  /**
   * Registers a listener; it hears of the next publication, and of the current content where that
   * is not `known` to it.
   */
  onPublish(listener: PublishListener, known?: Content): () => void;
  /**
   * Serves other content, such as an older revision: swaps, and lets the followers follow. Resolves
   * after the swap. The same digest changes nothing.
   */
  publish(next: Content): Promise<void>;
  /** Checks the folders and publishes them if they are good; resolves to what was found. */
  reload(): Promise<Finding[]>;
  /** Resolves when every follower has followed the newest content. */
  settled(): Promise<void>;
  /**
   * Stops watching and waits for a publication under way. Followers are told by their signal and
   * not waited for: training may not hold up the end of the program.
   */
  close(): Promise<void>;
}

export interface ContentServiceOptions {
  /** The folder that holds `knowledge/`, `cards/` and `dialogs/`. */
  root: string;
  log: ContentLog;
  /** Rules of other rooms, or how to get at them. */
  linters?: Linters;
  /** Folder in which to remember what was found good, for a faster start; see `loadContent`. */
  cacheFolder?: string | undefined;
  /** Asked for other content to begin with where the folders do not pass the check. */
  spare?: () => Promise<Content | undefined>;
  /** How what is saved later is checked; like the first content where left out. */
  check?: (source: ContentSource) => Promise<CheckedContent>;
  /** Asked before good content that was saved is served; it is where this is left out. */
  admit?: (saved: Content) => Promise<boolean>;
  /** Whether saved files are published; true where left out. */
  watching?: boolean;
  /** How long the folders must be quiet before they are read; 150 ms where left out. */
  quietMs?: number;
}

const REFUSED_AT_START =
  'the content folders are refused; a stored revision is served until they are mended';

interface Follower {
  listener: PublishListener;
  abort: AbortController;
  work: Promise<void>;
}

/**
 * Loads the content, serves it, and publishes what is saved while the program runs. A save that
 * fails the check is logged with its findings, and the last good content stays.
 *
 * @throws ContentError when there is no good content to begin with, neither in the folders nor spare
 */
export async function createContentService(
  options: ContentServiceOptions,
): Promise<ContentService> {
  const { root, log, linters = [], cacheFolder, watching = true, quietMs = 150 } = options;
  const admit = options.admit ?? (() => Promise.resolve(true));
  const checkHere = (source: ContentSource) => loadSource(source, linters, { cacheFolder });
  const check = options.check ?? checkHere;
  let checked = await checkHere(readContentFolders(root));
  const first = checked.content ?? (await options.spare?.());
  if (!first) throw new ContentError(checked.findings);
  // Whoever is on duty must know: what they deployed is not what people get.
  if (!checked.content) log.error(refusalOf(checked.findings), REFUSED_AT_START);

  let served = first;
  let closed = false;
  const followers = new Set<Follower>();
  // Publications and reloads wait in one line, so that an older one never overtakes a newer one.
  let line: Promise<unknown> = Promise.resolve();
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const result = line.then(work);
    line = result.catch(() => undefined);
    return result;
  };

  const swap = (next: Content): void => {
    if (closed || next.digest === served.digest) return;
    served = next;
    log.info({ digest: next.digest }, 'content published');
    for (const follower of followers) follow(follower);
  };

  const follow = (follower: Follower): void => {
    follower.abort.abort();
    const abort = new AbortController();
    follower.abort = abort;
    follower.work = follower.work
      .then(async () => {
        if (!abort.signal.aborted) await follower.listener(served, abort.signal);
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          log.error({ err: error, digest: served.digest }, 'content listener failed');
        }
      });
  };

  const settled = async (): Promise<void> => {
    await line;
    await Promise.all([...followers].map(({ work }) => work));
  };

  const reload = async (): Promise<Finding[]> => {
    // Saving without a change, or a second event for the same save, is no news.
    const source = readContentFolders(root);
    if (digestOf(source) === checked.digest) return checked.findings;
    const wasGood = checked.content !== undefined;
    const next = await check(source);
    if (next.content) {
      if (await admit(next.content)) swap(next.content);
      if (!wasGood) log.info({ digest: next.digest }, 'content is good again');
    } else {
      log.warn(refusalOf(next.findings), 'content refused; the last good content stays');
    }
    // Only now: what could not be admitted, as without the store, the next save tries again.
    checked = next;
    return next.findings;
  };

  let timer: NodeJS.Timeout | undefined;
  const reloadSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      inLine(reload).catch((error: unknown) => {
        log.error({ err: error }, 'content could not be reloaded');
      });
    }, quietMs);
  };
  const stopWatching = watching ? watchFolders(root, contentFolders, reloadSoon) : undefined;
  // Something may have been saved between the loading and the watching.
  if (watching) reloadSoon();

  return {
    current: () => served,
    inFolders: () => checked.content,
    onPublish(listener, known = served) {
      const follower: Follower = {
        listener,
        abort: new AbortController(),
        work: Promise.resolve(),
      };
      followers.add(follower);
      if (known !== served) follow(follower);
      return () => {
        follower.abort.abort();
        followers.delete(follower);
      };
    },
    publish: (next) => inLine(async () => swap(next)),
    reload: () => inLine(reload),
    settled,
    async close() {
      closed = true;
      clearTimeout(timer);
      for (const { abort } of followers) abort.abort();
      stopWatching?.();
      await line;
    },
  };
}

/** What the log tells of refused content. */
function refusalOf(findings: readonly Finding[]): object {
  const errors = findings.filter(({ level }) => level === 'error');
  return { findings: errors.slice(0, 20).map(formatFinding), errors: errors.length };
}
