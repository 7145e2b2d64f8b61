import { sql } from './kysely.js';
import type { StoreParts } from './storeParts.js';

/** Nobody takes back what is so far away; the tab and `npm run revisions` list no more either. */
export const REVISIONS_KEPT = 500;
/** So many at once, because looking for texts that nobody needs any more reads every revision. */
const WORTH_SWEEPING = 50;

/**
 * Deletes the oldest revisions, and the texts that are in none of those that are kept.
 * @returns how many revisions went
 */
export async function sweepRevisions({ db, writer, kind }: StoreParts): Promise<number> {
  const { newest, oldest } = await db
    .selectFrom('revision')
    .select(({ fn }) => [fn.max('number').as('newest'), fn.min('number').as('oldest')])
    .executeTakeFirstOrThrow();
  // Numbers have no gaps.
  const firstKept = (newest ?? 0) - REVISIONS_KEPT + 1;
  if (firstKept - (oldest ?? 0) < WORTH_SWEEPING) return 0;
  return writer.together(async (to) => {
    // Whoever publishes now waits, and then sees which texts are gone. SQLite has one writer anyhow.
    if (kind === 'postgres') {
      await sql`lock table revision in share row exclusive mode`.execute(to);
    }
    const { numDeletedRows } = await to
      .deleteFrom('revision')
      .where('number', '<', firstKept)
      .executeTakeFirstOrThrow();
    const eachText = kind === 'postgres' ? sql`json_each_text(files::json)` : sql`json_each(files)`;
    await sql`
      delete from content_text
      where hash not in (select distinct used.value from revision, ${eachText} as used)
    `.execute(to);
    return Number(numDeletedRows);
  });
}
