import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import type { OpenDatabase } from '../../src/store/dialects/openDatabase.js';
import { openPostgres } from '../../src/store/dialects/openPostgres.js';
import { openSqlite } from '../../src/store/dialects/openSqlite.js';
import { migrate } from '../../src/store/migrate.js';
import { missingPostgres, startPostgres } from './postgres.js';
import { silentLog } from './silentLog.js';

export const DATABASES = ['sqlite', 'postgres'] as const;

/**
 * An empty database with its tables, for tests of single parts of the store; where there is no
 * PostgreSQL, its tests are skipped.
 * @returns what closes it and takes it away, too
 */
export async function openMigrated(
  kind: (typeof DATABASES)[number],
  { skip }: Pick<TestContext, 'skip'>,
): Promise<{ database: OpenDatabase; close: () => Promise<void> }> {
  if (kind === 'postgres' && missingPostgres !== undefined) skip(missingPostgres);
  const folder = mkdtempSync(join(tmpdir(), 'helper-store-'));
  const server = kind === 'postgres' ? await startPostgres() : undefined;
  const database = server
    ? openPostgres(await server.freshUrl(), silentLog)
    : openSqlite(join(folder, 'helper.sqlite'), silentLog);
  await migrate(database);
  return {
    database,
    async close() {
      await database.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
