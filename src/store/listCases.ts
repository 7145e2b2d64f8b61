import type { Kysely } from 'kysely';
import { sql } from './kysely.js';
import type { Case } from '../support/cases/case.js';
import type { CaseFilter } from '../support/cases/caseStore.js';
import { readCases } from './caseRows.js';
import { keyText } from './keyText.js';
import type { Tables } from './tables.js';

const PAGE = 50;

/** One page of the cases that fit the filter, and how many fit in all. */
export async function listCases(
  db: Kysely<Tables>,
  filter: CaseFilter,
): Promise<{ cases: Case[]; total: number }> {
  const { order = 'newest', offset = 0, limit = PAGE } = filter;
  const fitting = casesThatFit(db, filter);
  const [{ total }, page] = await Promise.all([
    fitting.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    fitting
      .select('help_case.id')
      .$if(order === 'most-asked', (query) => query.orderBy('help_case.asked', 'desc'))
      .orderBy('help_case.opened_at', 'desc')
      .orderBy('help_case.id')
      .offset(offset)
      .limit(limit)
      .execute(),
  ]);
  const ids = page.map(({ id }) => id);
  return { cases: await readCases(db, ids), total: Number(total) };
}

function casesThatFit(
  db: Kysely<Tables>,
  { states, language, claimedBy, search, openedBefore, unchangedSince, never }: CaseFilter,
) {
  let query = db.selectFrom('help_case');
  if (states) query = query.where('help_case.state', 'in', states);
  if (claimedBy !== undefined) {
    query = query.where('help_case.claimed_by_id', '=', keyText(claimedBy));
  }
  if (openedBefore) query = query.where('help_case.opened_at', '<', openedBefore.getTime());
  if (unchangedSince) {
    query = query.where('help_case.changed_at', '<', unchangedSince.getTime());
  }
  if (never !== undefined) {
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_event')
            .select('case_event.kind')
            .whereRef('case_event.case_id', '=', 'help_case.id')
            .where('case_event.kind', '=', never),
        ),
      ),
    );
  }
  if (language !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('asking')
          .select('asking.id')
          .whereRef('asking.case_id', '=', 'help_case.id')
          .where('asking.language', '=', language)
          .where('asking.state', '!=', 'withdrawn'),
      ),
    );
  }
  for (const word of (search ?? '')
    .toLowerCase()
    .split(/[\s\0]+/)
    .filter(Boolean)) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('asking')
          .select('asking.id')
          .whereRef('asking.case_id', '=', 'help_case.id')
          .where(sql<boolean>`asking.folded_text like ${holding(word)} escape '\\'`),
      ),
    );
  }
  return query;
}

/** The pattern of texts that hold a word; what has a meaning in patterns has none in the word. */
function holding(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
