import { createRequire } from 'node:module';
import type * as KyselyPackage from 'kysely';

/**
 * What the room uses of Kysely, by `require`: importing its 279 module files costs a third more.
 * Types are imported from the package itself, which costs nothing.
 */
export const {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} = createRequire(import.meta.url)('kysely') as typeof KyselyPackage;
