import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const MOST = 200;

/** The database for Kysely, which would have SQLite compile each statement again each time. */
export function rememberStatements(sqlite: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const statement = sqlite.prepare(sql) as unknown as SqliteStatement;
      // A list of ids makes a new statement for each length; those must not pile up.
      if (statements.size >= MOST) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
    close: () => sqlite.close(),
  };
}
