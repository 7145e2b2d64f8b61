import type { Insertable, Kysely, Selectable } from 'kysely';
import {
  askersOf,
  type Asking,
  type Case,
  type CaseAnswer,
  type CaseEvent,
} from '../support/cases/case.js';
import { keyText } from './keyText.js';
import type { Tables } from './tables.js';

/** Reads cases with their askings, in the order of `ids`; those that are not there are left out. */
export async function readCases(db: Kysely<Tables>, ids: readonly string[]): Promise<Case[]> {
  if (ids.length === 0) return [];
  // One after the other: within a transaction there is one connection.
  const cases = await db.selectFrom('help_case').selectAll().where('id', 'in', ids).execute();
  const askings = await db
    .selectFrom('asking')
    .selectAll()
    .where('case_id', 'in', ids)
    .orderBy('position')
    .execute();
  const caseById = new Map(cases.map((row) => [row.id, row]));
  const askingsByCase = new Map<string, Asking[]>(ids.map((id) => [id, []]));
  for (const row of askings) askingsByCase.get(row.case_id)?.push(toAsking(row));
  return ids.flatMap((id) => {
    const row = caseById.get(id);
    return row ? [toCase(row, askingsByCase.get(id) ?? [])] : [];
  });
}

/** A case as a row of `help_case`; who asks stands in rows of their own. */
export function caseRow(case_: Case): Insertable<Tables['help_case']> {
  return {
    id: keyText(case_.id),
    version: case_.version,
    state: case_.state,
    text: storable(case_.text),
    language: case_.language,
    asked: askersOf(case_).length,
    guesses: JSON.stringify(case_.guesses),
    claimed_by_id: case_.claimedBy ? keyText(case_.claimedBy.id) : null,
    claimed_by_name: case_.claimedBy ? storable(case_.claimedBy.name) : null,
    answer: case_.answer ? JSON.stringify(case_.answer) : null,
    opened_at: case_.openedAt.getTime(),
    changed_at: case_.changedAt.getTime(),
    emptied: 0,
  };
}

/** Who asks, as rows of `asking`. */
export function askingRows({ id, askings }: Case): Insertable<Tables['asking']>[] {
  return askings.map((asking, position) => ({
    id: keyText(asking.id),
    case_id: keyText(id),
    position,
    person_id: keyText(asking.person.id),
    person_name: storable(asking.person.name),
    conversation_id: keyText(asking.place.conversationId),
    place: JSON.stringify(asking.place),
    text: storable(asking.text),
    folded_text: storable(asking.text).toLowerCase(),
    language: asking.language,
    reason: asking.reason,
    topic: asking.topic ?? null,
    asked_at: asking.askedAt.getTime(),
    state: asking.state,
  }));
}

/** What somebody did with a case, as a row of `case_event`. */
export function eventRow(
  case_: Pick<Case, 'id' | 'version'>,
  event: CaseEvent,
): Insertable<Tables['case_event']> {
  return {
    case_id: keyText(case_.id),
    version: case_.version,
    kind: event.kind,
    by_id: keyText(event.by.id),
    by_name: storable(event.by.name),
    happened_at: event.at.getTime(),
    note: event.note === undefined ? null : storable(event.note),
  };
}

function toAsking(row: Selectable<Tables['asking']>): Asking {
  return {
    id: row.id,
    person: { id: row.person_id, name: row.person_name },
    place: JSON.parse(row.place) as Asking['place'],
    text: row.text,
    language: row.language,
    reason: row.reason,
    topic: row.topic ?? undefined,
    askedAt: new Date(row.asked_at),
    state: row.state,
  };
}

/** A row of `case_event` as what somebody did. */
export function toEvent(row: Selectable<Tables['case_event']>): CaseEvent {
  return {
    kind: row.kind,
    by: { id: row.by_id, name: row.by_name },
    at: new Date(row.happened_at),
    note: row.note ?? undefined,
  };
}

function toCase(row: Selectable<Tables['help_case']>, askings: Asking[]): Case {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    text: row.text,
    language: row.language,
    askings,
    guesses: JSON.parse(row.guesses) as Case['guesses'],
    claimedBy:
      row.claimed_by_id === null
        ? undefined
        : { id: row.claimed_by_id, name: row.claimed_by_name ?? '' },
    answer: row.answer === null ? undefined : (JSON.parse(row.answer) as CaseAnswer),
    openedAt: new Date(row.opened_at),
    changedAt: new Date(row.changed_at),
  };
}

/** PostgreSQL refuses the character U+0000, which nobody types. */
function storable(text: string): string {
  return text.replaceAll('\0', '');
}
