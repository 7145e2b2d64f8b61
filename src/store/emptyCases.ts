import type { Kysely } from 'kysely';
import type { CaseAnswer } from '../support/cases/case.js';
import type { Tables } from './tables.js';

const NOBODY = { scope: 'personal', conversationId: '', roomId: '' } as const;

/** What is left of an asking when the person, the place and the words are taken out. */
const EMPTY_ASKING = {
  person_id: '',
  person_name: '',
  conversation_id: '',
  place: JSON.stringify(NOBODY),
  text: '',
  folded_text: '',
};

const EMPTY_EVENT = { by_id: '', by_name: '', note: null };

/**
 * Takes a person out of every case that they asked, claimed or acted in; whoever is forgotten waits
 * no more.
 * @returns the ids of the cases that they asked or had claimed
 */
export async function forgetInCases(
  to: Kysely<Tables>,
  personId: string,
  now: number,
): Promise<string[]> {
  const asked = to.selectFrom('asking').select('case_id').where('person_id', '=', personId);
  const waiting = await asked.where('state', '=', 'waiting').execute();
  const changed = await to
    .selectFrom('help_case')
    .select('id')
    .where(({ or, eb }) => or([eb('claimed_by_id', '=', personId), eb('id', 'in', asked)]))
    .execute();
  // The case has the words of whoever asked first.
  await to
    .updateTable('help_case')
    .set({ text: '' })
    .where('id', 'in', asked.where('position', '=', 0))
    .execute();
  await to
    .updateTable('help_case')
    // What was closed keeps its time: its texts are emptied by it.
    .set(({ eb }) => ({
      state: eb
        .case()
        .when('state', '=', 'claimed')
        .then('open' as const)
        .else(eb.ref('state'))
        .end(),
      changed_at: eb
        .case()
        .when('state', '=', 'claimed')
        .then(now)
        .else(eb.ref('changed_at'))
        .end(),
      claimed_by_id: null,
      claimed_by_name: null,
    }))
    .where('claimed_by_id', '=', personId)
    .execute();
  await to
    .updateTable('asking')
    .set({ ...EMPTY_ASKING, state: 'withdrawn' })
    .where('person_id', '=', personId)
    .where('state', '=', 'waiting')
    .execute();
  await to.updateTable('asking').set(EMPTY_ASKING).where('person_id', '=', personId).execute();
  await to.updateTable('case_event').set(EMPTY_EVENT).where('by_id', '=', personId).execute();
  const ids = idsOf(changed);
  await countAnew(to, ids);
  for (const id of new Set(waiting.map((row) => row.case_id))) await noteWithdrawal(to, id, now);
  return ids;
}

/** What follows from who still asks; what somebody read before is out of date, and cannot come back. */
async function countAnew(to: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await to
    .updateTable('help_case')
    .set(({ eb, selectFrom }) => ({
      version: eb('version', '+', 1),
      asked: selectFrom('asking')
        .select(({ fn }) => fn.countAll<number>().as('asked'))
        .whereRef('asking.case_id', '=', 'help_case.id')
        .where('asking.state', '!=', 'withdrawn'),
    }))
    .where('id', 'in', ids)
    .execute();
}

/** A case that lost somebody who waited; one that nobody waits for is closed. */
async function noteWithdrawal(to: Kysely<Tables>, id: string, now: number): Promise<void> {
  const { version } = await to
    .updateTable('help_case')
    .set({ changed_at: now })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  const event = { kind: 'withdrawn' as const, happened_at: now, ...EMPTY_EVENT };
  await to
    .insertInto('case_event')
    .values({ case_id: id, version, ...event })
    .execute();
  await to
    .updateTable('help_case')
    .set({ state: 'dismissed' })
    .where('id', '=', id)
    .where('state', '!=', 'answered')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('asking')
            .select('asking.id')
            .whereRef('asking.case_id', '=', 'help_case.id')
            .where('asking.state', '=', 'waiting'),
        ),
      ),
    )
    .execute();
}

/** Takes people and words out of a few cases that were closed long ago. @returns how many */
export async function emptySome(
  to: Kysely<Tables>,
  closedBefore: number,
  most: number,
): Promise<number> {
  const old = await to
    .selectFrom('help_case')
    .select(['id', 'answer'])
    .where('state', 'in', ['answered', 'dismissed'])
    .where('changed_at', '<', closedBefore)
    .where('emptied', '=', 0)
    .orderBy('id')
    .limit(most)
    .execute();
  const ids = idsOf(old);
  if (ids.length === 0) return 0;
  await to
    .updateTable('help_case')
    .set(({ eb }) => ({
      version: eb('version', '+', 1),
      text: '',
      claimed_by_id: null,
      claimed_by_name: null,
      emptied: 1,
    }))
    .where('id', 'in', ids)
    .execute();
  const worded = old.filter(({ answer }) => answer !== null && isWords(answer));
  if (worded.length > 0) {
    await to
      .updateTable('help_case')
      .set({ answer: null })
      .where('id', 'in', idsOf(worded))
      .execute();
  }
  await to.updateTable('asking').set(EMPTY_ASKING).where('case_id', 'in', ids).execute();
  await to.updateTable('case_event').set(EMPTY_EVENT).where('case_id', 'in', ids).execute();
  return ids.length;
}

/** A topic that was answered with is nobody's words. */
function isWords(answer: string): boolean {
  return (JSON.parse(answer) as CaseAnswer).kind === 'text';
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
