import type { Memory } from '../support/ports.js';
import { compileOnce } from './compileOnce.js';
import { gather } from './gather.js';
import { keyText } from './keyText.js';
import { sql } from './kysely.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';
import { withoutDisk } from './withoutDisk.js';

type Key = Pick<Tables['document'], 'kind' | 'id'>;
type Document = Tables['document'];

/** Memory as rows; a document whose time has passed is not seen, and is swept up later. */
export function createMemoryStore(parts: StoreParts): Memory {
  const { db, writer, now } = parts;
  const isFar = parts.kind === 'postgres';

  const select = compileOnce<Key & Pick<Document, 'value'>>((count) => {
    const keys = Array.from({ length: count }, () => sql`(${''}, ${''})`);
    return db
      .selectFrom('document')
      .select(['kind', 'id', 'value'])
      .where(sql<boolean>`(kind, id) in (values ${sql.join(keys)})`)
      .where('expires_at', '>', 0);
  });
  const readAll = gather(async (keys: Key[]): Promise<(string | undefined)[]> => {
    const places = keys.flatMap(({ kind, id }) => [kind, id]);
    const { rows } = await db.executeQuery(select(keys.length, [...places, now()]));
    const values = new Map(rows.map((row) => [nameOf(row), row.value]));
    return keys.map((key) => values.get(nameOf(key)));
  }, isFar);

  const upsert = (count: number) =>
    db
      .insertInto('document')
      .values(Array.from({ length: count }, () => documentRow('', '', '', 0)))
      .onConflict((conflict) =>
        conflict.columns(['kind', 'id']).doUpdateSet(({ ref }) => ({
          value: ref('excluded.value'),
          expires_at: ref('excluded.expires_at'),
          person_id: ref('excluded.person_id'),
        })),
      );
  const upsertNotes = compileOnce((count) => upsert(count).$call(withoutDisk(parts)));
  const writeAll = gather(async (documents: Document[]) => {
    const latest = new Map(documents.map((document) => [nameOf(document), document]));
    // Always in the same order: two replicas that write at once must not wait for each other.
    const rows = [...latest].sort(([one], [other]) => (one < other ? -1 : 1));
    const values = rows.flatMap(([, row]) => valuesOf(row));
    await writer.note((to) => to.executeQuery(upsertNotes(rows.length, values)));
    return documents;
  }, isFar);

  const upsertKept = compileOnce(upsert);

  return {
    async read<T>(kind: string, id: string) {
      const value = await readAll({ kind, id: keyText(id) });
      return value === undefined ? undefined : (JSON.parse(value) as T);
    },

    async write(kind, id, value, lifetimeMs, personId) {
      await writeAll(documentRow(kind, id, value, now() + lifetimeMs, personId));
    },

    async keep(kind, id, value, lifetimeMs, personId) {
      const row = documentRow(kind, id, value, now() + lifetimeMs, personId);
      await writer.one((to) => to.executeQuery(upsertKept(1, valuesOf(row))));
    },

    async forget(kind, id) {
      await writer.one((to) =>
        to.deleteFrom('document').where('kind', '=', kind).where('id', '=', keyText(id)).execute(),
      );
    },

    async forgetPerson(personId) {
      await writer.one((to) =>
        to.deleteFrom('document').where('person_id', '=', keyText(personId)).execute(),
      );
    },

    async claim(kind, id, lifetimeMs) {
      const at = now();
      const row = documentRow(kind, id, true, at + lifetimeMs);
      const taken = await writer.one((to) =>
        to
          .insertInto('document')
          .values(row)
          .onConflict((conflict) =>
            conflict
              .columns(['kind', 'id'])
              .doUpdateSet({ value: row.value, expires_at: row.expires_at })
              .where('document.expires_at', '<=', at),
          )
          .returning('id')
          .executeTakeFirst(),
      );
      return taken !== undefined;
    },
  };
}

/** Kinds are the program's own names, without spaces. */
function nameOf({ kind, id }: Key): string {
  return `${kind} ${id}`;
}

/** In the order of the columns. */
function valuesOf({ kind, id, value, expires_at, person_id }: Document): unknown[] {
  return [kind, id, value, expires_at, person_id];
}

function documentRow(
  kind: string,
  id: string,
  value: unknown,
  expiresAt: number,
  personId?: string,
): Document {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError(`nothing to remember under ${kind}: ${typeof value}`);
  // A lifetime without end is as good as the last moment that fits a column.
  const expires_at = Math.min(Math.round(expiresAt), Number.MAX_SAFE_INTEGER);
  const person_id = personId === undefined ? null : keyText(personId);
  return { kind, id: keyText(id), value: json, expires_at, person_id };
}
