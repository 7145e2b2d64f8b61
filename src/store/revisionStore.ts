import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { RevisionStore, StoredRevision } from '../support/editing/revisionStore.js';
import type { Log } from '../support/ports.js';
import type { News } from './news.js';
import { repeat, type Repetition } from '../support/repeat.js';
import type { StoreParts } from './storeParts.js';
import { REVISIONS_KEPT } from './sweepRevisions.js';
import type { Tables } from './tables.js';

/** How soon a revision of another process is seen where the database tells nothing by itself. */
const LOOK_EVERY_MS = 1_000;
/** Texts in one statement: databases bound the number of its values. */
const TEXTS_AT_ONCE = 100;

const COLUMNS = [
  'number',
  'digest',
  'author',
  'note',
  'made_at',
  'based_on',
  'in_folders',
  'judged_by',
] as const;

/** Revisions as rows; `stop` ends the looking for news. */
export function createRevisionStore(
  { db, writer, now }: StoreParts,
  log: Log,
  news: News,
): RevisionStore & { stop(): Promise<void> } {
  const newest = async (): Promise<StoredRevision | undefined> => {
    const row = await db
      .selectFrom('revision')
      .select(COLUMNS)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && toRevision(row);
  };
  const watch = createWatch(newest, log, news);

  return {
    newest,

    async list(most = REVISIONS_KEPT) {
      const rows = await db
        .selectFrom('revision')
        .select(COLUMNS)
        .orderBy('number', 'desc')
        .limit(most)
        .execute();
      return rows.map(toRevision);
    },

    async files(number) {
      const row = await db
        .selectFrom('revision')
        .select('files')
        .where('number', '=', number)
        .executeTakeFirst();
      if (!row) return undefined;
      const hashes = Object.entries(JSON.parse(row.files) as Record<string, string>);
      const texts = new Map<string, string>();
      for (const some of portions([...new Set(hashes.map(([, hash]) => hash))])) {
        const found = await db
          .selectFrom('content_text')
          .selectAll()
          .where('hash', 'in', some)
          .execute();
        for (const { hash, text } of found) texts.set(hash, text);
      }
      return new Map(hashes.map(([path, hash]) => [path, texts.get(hash) ?? '']));
    },

    async add({ basedOn, inFolders, judgedBy, ...revision }, files) {
      const hashes = new Map([...files].map(([path, text]) => [path, hashOf(text)]));
      const texts = new Map([...files.values()].map((text) => [hashOf(text), text]));
      const row = {
        ...revision,
        number: (basedOn ?? 0) + 1,
        made_at: now(),
        based_on: basedOn ?? null,
        in_folders: inFolders ? 1 : 0,
        judged_by: judgedBy ?? null,
      };
      const isFirst = await writer.together(async (to) => {
        // Numbers have no gaps: whoever follows on the same revision wants the same number.
        const { numInsertedOrUpdatedRows } = await to
          .insertInto('revision')
          .values({ ...row, files: JSON.stringify(Object.fromEntries(hashes)) })
          .onConflict((conflict) => conflict.column('number').doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        await addTexts(to, texts);
        await news.pass(to, 'revision');
        return true;
      });
      return isFirst ? toRevision(row) : undefined;
    },

    async noteInFolders(number) {
      await writer.one((to) =>
        to.updateTable('revision').set({ in_folders: 1 }).where('number', '=', number).execute(),
      );
    },

    onNews: watch.listen,
    stop: watch.stop,
  };
}

/** Looks for what nobody tells, as soon as anybody listens. */
function createWatch(newest: () => Promise<StoredRevision | undefined>, log: Log, news: News) {
  let known: number | undefined;
  let looking: Repetition | undefined;
  const look = async (): Promise<void> => {
    const number = (await newest())?.number;
    if (number === known) return;
    known = number;
    news.tell('revision');
  };
  return {
    listen(listener: () => void): () => void {
      // A store that is out of reach is told elsewhere; the next look may find it again.
      looking ??= repeat(LOOK_EVERY_MS, look, (err) => log.debug({ err }, 'could not look'));
      return news.listen('revision', listener);
    },
    stop: async () => void (await looking?.stop()),
  };
}

/** Adds the texts that are not there yet. */
async function addTexts(to: Kysely<Tables>, texts: ReadonlyMap<string, string>): Promise<void> {
  // In one order always: two that add the same texts must not wait for each other.
  for (const hashes of portions([...texts.keys()].sort())) {
    const there = await to
      .selectFrom('content_text')
      .select('hash')
      .where('hash', 'in', hashes)
      .execute();
    const known = new Set(there.map(({ hash }) => hash));
    const missing = hashes.filter((hash) => !known.has(hash));
    if (missing.length === 0) continue;
    await to
      .insertInto('content_text')
      .values(missing.map((hash) => ({ hash, text: texts.get(hash) ?? '' })))
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  }
}

function portions<T>(all: readonly T[]): T[][] {
  const some: T[][] = [];
  for (let at = 0; at < all.length; at += TEXTS_AT_ONCE) {
    some.push(all.slice(at, at + TEXTS_AT_ONCE));
  }
  return some;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function toRevision(row: Omit<Tables['revision'], 'files'>): StoredRevision {
  const { number, digest, author, note, made_at, based_on, in_folders, judged_by } = row;
  return {
    number,
    digest,
    author,
    note,
    at: new Date(made_at),
    basedOn: based_on ?? undefined,
    inFolders: in_folders === 1,
    judgedBy: judged_by ?? undefined,
  };
}
