import type { Kysely } from 'kysely';
import { deleteLaneUses } from './laneUses.js';
import type { StoreParts } from './storeParts.js';
import { sweepRevisions } from './sweepRevisions.js';
import type { Tables } from './tables.js';

const MOST_AT_ONCE = 500;
/** Whoever has not looked after a dead letter for so long never will. */
const DEAD_LETTERS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Deletes documents, activities, dead letters and counted messages whose time has passed: a few
 * hundred at a time, so that nobody waits for it, and on PostgreSQL none that another replica holds
 * at that moment. After them the revisions beyond those kept, which go together with their texts in
 * one transaction: it takes the longest, and what fails in it holds up nothing else.
 * @returns how many rows went
 */
export async function sweep(parts: StoreParts): Promise<number> {
  const { writer, kind, now } = parts;
  const at = now();
  const shared = kind === 'postgres';
  let swept = 0;
  for (const deleteSome of [
    deleteDocuments,
    deleteActivities,
    deleteDeadLetters,
    deleteSomeLaneUses,
  ]) {
    let count: number;
    do {
      count = await writer.one((to) => deleteSome(to, at, shared));
      swept += count;
    } while (count === MOST_AT_ONCE);
  }
  return swept + (await sweepRevisions(parts));
}

async function deleteDocuments(to: Kysely<Tables>, at: number, shared: boolean): Promise<number> {
  const { numDeletedRows } = await to
    .deleteFrom('document')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('document.kind', 'document.id'),
        'in',
        selectFrom('document as old')
          .select(['old.kind', 'old.id'])
          .where('old.expires_at', '<=', at)
          .limit(MOST_AT_ONCE)
          .$if(shared, (query) => query.forUpdate().skipLocked())
          .$asTuple('kind', 'id'),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function deleteActivities(to: Kysely<Tables>, at: number, shared: boolean): Promise<number> {
  const { numDeletedRows } = await to
    .deleteFrom('activity')
    .where('key', 'in', ({ selectFrom }) =>
      selectFrom('activity as old')
        .select('old.key')
        .where('old.expires_at', '<=', at)
        .limit(MOST_AT_ONCE)
        .$if(shared, (query) => query.forUpdate().skipLocked()),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function deleteDeadLetters(to: Kysely<Tables>, at: number, shared: boolean): Promise<number> {
  const { numDeletedRows } = await to
    .deleteFrom('outbox')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('outbox as old')
        .select('old.id')
        .where('old.died_at', '<=', at - DEAD_LETTERS_KEPT_MS)
        .limit(MOST_AT_ONCE)
        .$if(shared, (query) => query.forUpdate().skipLocked()),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function deleteSomeLaneUses(to: Kysely<Tables>, at: number, shared: boolean): Promise<number> {
  return deleteLaneUses(to, at, MOST_AT_ONCE, shared);
}
