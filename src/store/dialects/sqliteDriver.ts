import type Sqlite from 'better-sqlite3';
import type { DatabaseConnection, SqliteDatabase } from 'kysely';
import { CompiledQuery, SqliteDriver } from '../kysely.js';

/**
 * Kysely's driver with two differences. Transactions take the write lock when they begin: a plain
 * `begin` takes it at the first write, and then fails at once, without waiting, if another program
 * has written since. And a transaction that SQLite has undone by itself is not undone again, which
 * would hide the reason.
 */
export class SqliteDriverWithUrgency extends SqliteDriver {
  readonly #sqlite: Sqlite.Database;

  constructor(sqlite: Sqlite.Database, database: SqliteDatabase) {
    super({ database });
    this.#sqlite = sqlite;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}
