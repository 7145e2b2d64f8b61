import type { Kysely } from 'kysely';
import type { Case, CaseState } from '../support/cases/case.js';
import type { CaseChange, CaseStore } from '../support/cases/caseStore.js';
import { askingRows, caseRow, eventRow, readCases, toEvent } from './caseRows.js';
import { emptySome, forgetInCases } from './emptyCases.js';
import { keyText } from './keyText.js';
import { listCases } from './listCases.js';
import type { News } from './news.js';
import { putMessages } from './putMessages.js';
import type { Signal } from './signal.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';

/** So that nobody waits for long while old texts are emptied. */
const MOST_AT_ONCE = 100;

/** Cases as rows; what a change has to say goes into the outbox with it. */
export function createCaseStore(parts: StoreParts, put: Signal, news: News): CaseStore {
  const { db, writer, kind } = parts;

  const writeRest = async (
    to: Kysely<Tables>,
    { next, event, messages }: CaseChange,
  ): Promise<void> => {
    const askings = askingRows(next);
    if (askings.length > 0) await to.insertInto('asking').values(askings).execute();
    await to.insertInto('case_event').values(eventRow(next, event)).execute();
    await putMessages(to, parts, messages);
    await news.pass(to, 'case');
  };
  /** @returns the case with its new version, or undefined when that is not the one it was read as */
  const write = async (to: Kysely<Tables>, change: CaseChange): Promise<Case | undefined> => {
    const { version: seen } = change.next;
    const next = { ...change.next, version: seen + 1 };
    const { id, ...row } = caseRow(next);
    const { numUpdatedRows } = await to
      .updateTable('help_case')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', seen)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return undefined;
    await to.deleteFrom('asking').where('case_id', '=', id).execute();
    await writeRest(to, { ...change, next });
    return next;
  };
  const tell = (): void => {
    put.tell();
    news.tell('case');
  };

  return {
    async open(change) {
      const next = { ...change.next, version: 1 };
      await writer.together(async (to) => {
        await to.insertInto('help_case').values(caseRow(next)).execute();
        await writeRest(to, { ...change, next });
      });
      tell();
      return next;
    },

    async change(change) {
      const changed = await writer.together((to) => write(to, change));
      if (changed) tell();
      return changed;
    },

    async amend(id, decide) {
      const { seen, changed } = await writer.together(async (to) => {
        // SQLite has one writer at a time anyway.
        if (kind === 'postgres') await lockCase(to, keyText(id));
        const [seen] = await readCases(to, [keyText(id)]);
        const change = seen && decide(seen);
        return { seen, changed: change && (await write(to, change)) };
      });
      if (changed) tell();
      return changed ?? seen;
    },

    async read(id) {
      const [found] = await readCases(db, [keyText(id)]);
      return found;
    },

    list: (filter) => listCases(db, filter),

    async ofPerson(personId) {
      const rows = await db
        .selectFrom('help_case')
        .select('id')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('asking')
              .select('asking.id')
              .whereRef('asking.case_id', '=', 'help_case.id')
              .where('asking.person_id', '=', keyText(personId))
              .where('asking.state', '!=', 'withdrawn'),
          ),
        )
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .execute();
      return readCases(
        db,
        rows.map(({ id }) => id),
      );
    },

    async history(id) {
      const rows = await db
        .selectFrom('case_event')
        .selectAll()
        .where('case_id', '=', keyText(id))
        .orderBy('version')
        .execute();
      return rows.map(toEvent);
    },

    async forget(personId, messageFor) {
      if (personId === '') return;
      await writer.together(async (to) => {
        const changed = await forgetInCases(to, keyText(personId), parts.now());
        await putMessages(to, parts, changed.map(messageFor));
        await news.pass(to, 'case');
      });
      tell();
    },

    async emptyTexts(closedBefore) {
      let emptied = 0;
      let count: number;
      do {
        count = await writer.together((to) => emptySome(to, closedBefore.getTime(), MOST_AT_ONCE));
        emptied += count;
      } while (count === MOST_AT_ONCE);
      return emptied;
    },

    onNews: (listener) => news.listen('case', listener),

    newestChanges: (limit) =>
      db
        .selectFrom('help_case')
        .select(['id', 'version'])
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),

    async counts() {
      const counts: Record<CaseState, number> = {
        open: 0,
        claimed: 0,
        answered: 0,
        dismissed: 0,
        reopened: 0,
      };
      const rows = await db
        .selectFrom('help_case')
        .select(({ fn }) => ['state', fn.countAll<number>().as('cases')])
        .groupBy('state')
        .execute();
      for (const { state, cases } of rows) counts[state] = Number(cases);
      return counts;
    },
  };
}

/** Lets nobody else change the case until the transaction has ended. */
async function lockCase(to: Kysely<Tables>, id: string): Promise<void> {
  await to.selectFrom('help_case').select('id').where('id', '=', id).forUpdate().execute();
}
