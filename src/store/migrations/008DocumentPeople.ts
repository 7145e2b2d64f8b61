import type { Kysely } from 'kysely';
import { sql } from '../kysely.js';

interface Document {
  kind: string;
  id: string;
  value: string;
  expires_at: number;
  person_id: string | null;
}

/** A document has five parameters; SQLite takes 32,766 in a statement. */
const AT_ONCE = 500;

/** What is remembered of whom: until now the ids of the documents told it, or nothing did. */
export async function documentPeople(anyDb: Kysely<unknown>): Promise<void> {
  await anyDb.schema.alterTable('document').addColumn('person_id', 'text').execute();
  await anyDb.schema.createIndex('document_person').on('document').column('person_id').execute();
  const db = anyDb as Kysely<{ document: Document }>;
  let last: Pick<Document, 'kind' | 'id'> | undefined = { kind: '', id: '' };
  while (last) {
    const some = await documentsAfter(db, last);
    const theirs = some.flatMap((document) => {
      const person_id = personOf(document);
      return person_id === undefined ? [] : [{ ...document, person_id }];
    });
    if (theirs.length > 0) await notePeople(db, theirs);
    last = some.at(-1);
  }
}

/** The next documents about people, in the order of their key. */
function documentsAfter(
  db: Kysely<{ document: Document }>,
  { kind, id }: Pick<Document, 'kind' | 'id'>,
): Promise<Document[]> {
  return db
    .selectFrom('document')
    .selectAll()
    .where('kind', 'in', Object.keys(personIn))
    .where(sql<boolean>`(kind, id) > (${kind}, ${id})`)
    .orderBy('kind')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
}

/** One statement for all of them: the rows are there, and only the person is new. */
async function notePeople(db: Kysely<{ document: Document }>, documents: Document[]) {
  await db
    .insertInto('document')
    .values(documents)
    .onConflict((known) =>
      known
        .columns(['kind', 'id'])
        .doUpdateSet(({ ref }) => ({ person_id: ref('excluded.person_id') })),
    )
    .execute();
}

const afterBar = (id: string): string => id.slice(id.lastIndexOf('|') + 1);

/** Whom a document of a kind is about. */
const personIn: Record<string, (id: string, value: unknown) => unknown> = {
  'last-card': afterBar,
  asked: afterBar,
  dialog: afterBar,
  'form-draft': afterBar,
  'nearest-office': (id) => id,
  'content-draft': (id) => id,
  installer: (_id, value) => value,
  thread: (_id, value) => (value as { starterId?: unknown } | null)?.starterId,
};

function personOf({ kind, id, value }: Document): string | undefined {
  const person = personIn[kind]?.(id, JSON.parse(value));
  return typeof person === 'string' && person !== '' ? person : undefined;
}
