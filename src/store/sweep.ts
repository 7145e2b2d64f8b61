import type { StoreParts } from './storeParts.js';

const MOST_AT_ONCE = 500;

/**
 * Deletes documents and activities whose time has passed: a few hundred at a time, so that nobody
 * waits for it.
 * @returns how many rows went
 */
export async function sweep({ writer, kind, now }: StoreParts): Promise<number> {
  const at = now();
  let swept = 0;
  for (const table of ['document', 'activity'] as const) {
    for (;;) {
      const count = await writer.one(async (to) => {
        const { numDeletedRows } = await to
          .deleteFrom(table)
          .where(({ eb, refTuple, selectFrom }) =>
            table === 'document'
              ? eb(
                  refTuple('document.kind', 'document.id'),
                  'in',
                  selectFrom('document as old')
                    .select(['old.kind', 'old.id'])
                    .where('old.expires_at', '<=', at)
                    .limit(MOST_AT_ONCE)
                    .$if(kind === 'postgres', (query) => query.forUpdate().skipLocked())
                    .$asTuple('kind', 'id'),
                )
              : eb(
                  'activity.key',
                  'in',
                  selectFrom('activity as old')
                    .select('old.key')
                    .where('old.expires_at', '<=', at)
                    .limit(MOST_AT_ONCE)
                    .$if(kind === 'postgres', (query) => query.forUpdate().skipLocked()),
                ),
          )
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      });
      swept += count;
      if (count < MOST_AT_ONCE) break;
    }
  }
  return swept;
}
