import type { Kysely } from 'kysely';

interface Document {
  kind: string;
  id: string;
  value: string;
  person_id: string | null;
}

/** What is remembered of whom: until now the ids of the documents told it, or nothing did. */
export async function documentPeople(anyDb: Kysely<unknown>): Promise<void> {
  await anyDb.schema.alterTable('document').addColumn('person_id', 'text').execute();
  await anyDb.schema.createIndex('document_person').on('document').column('person_id').execute();
  const db = anyDb as Kysely<{ document: Document }>;
  const documents = await db
    .selectFrom('document')
    .select(['kind', 'id', 'value'])
    .where('kind', 'in', Object.keys(personIn))
    .execute();
  for (const { kind, id, value } of documents) {
    const person = personIn[kind]?.(id, JSON.parse(value));
    if (typeof person !== 'string' || person === '') continue;
    await db
      .updateTable('document')
      .set({ person_id: person })
      .where('kind', '=', kind)
      .where('id', '=', id)
      .execute();
  }
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
