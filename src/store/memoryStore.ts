import type { Memory } from '../support/ports.js';
import { sql } from './kysely.js';
import { keyText } from './keyText.js';
import type { StoreParts } from './storeParts.js';

/** About places and cases, not about people, whatever their ids end with. */
const KEPT_KINDS = ['moderators', 'case-message', 'welcome', 'quiet'];

/** Memory as rows; a document whose time has passed is not seen, and is swept up later. */
export function createMemoryStore({ db, writer, now }: StoreParts): Memory {
  return {
    async read<T>(kind: string, id: string) {
      const row = await db
        .selectFrom('document')
        .select('value')
        .where('kind', '=', kind)
        .where('id', '=', keyText(id))
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return row && (JSON.parse(row.value) as T);
    },

    async write(kind, id, value, lifetimeMs) {
      const row = documentRow(kind, id, value, now() + lifetimeMs);
      await writer.one((to) =>
        to
          .insertInto('document')
          .values(row)
          .onConflict((conflict) =>
            conflict
              .columns(['kind', 'id'])
              .doUpdateSet({ value: row.value, expires_at: row.expires_at }),
          )
          .execute(),
      );
    },

    async forget(kind, id) {
      await writer.one((to) =>
        to.deleteFrom('document').where('kind', '=', kind).where('id', '=', keyText(id)).execute(),
      );
    },

    async forgetPerson(personId, alsoId) {
      const own = keyText(personId);
      await writer.one((to) =>
        to
          .deleteFrom('document')
          .where('kind', 'not in', KEPT_KINDS)
          .where(({ or, eb }) =>
            or([
              eb('id', '=', own),
              eb(sql<string>`substr(id, length(id) - ${own.length})`, '=', `|${own}`),
              ...(alsoId === undefined ? [] : [eb('id', '=', keyText(alsoId))]),
            ]),
          )
          .execute(),
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

function documentRow(kind: string, id: string, value: unknown, expiresAt: number) {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError(`nothing to remember under ${kind}: ${typeof value}`);
  // A lifetime without end is as good as the last moment that fits a column.
  const expires_at = Math.min(Math.round(expiresAt), Number.MAX_SAFE_INTEGER);
  return { kind, id: keyText(id), value: json, expires_at };
}
