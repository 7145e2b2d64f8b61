import { readConfig } from '../config.js';
import { backUpSqlite } from '../store/backUpSqlite.js';
import { failWith } from './failWith.js';

const usage = `npm run backup -- <file>     copies the database into a new file, while the program runs or not`;

const onPostgres = `DATABASE_URL is set: the data is in PostgreSQL, which has a command of its own for this:
  pg_dump --format=custom --file=<file> "$DATABASE_URL"
docs/operations.md tells how to restore it.`;

/** Backs up the SQLite file; docs/operations.md tells how to restore it. */
async function main(): Promise<void> {
  const { databaseUrl, sqliteFile } = readConfig(process.env);
  const [copy, ...more] = process.argv.slice(2);
  if (copy === undefined || more.length > 0 || databaseUrl !== undefined) {
    console.error(databaseUrl === undefined ? usage : onPostgres);
    process.exitCode = 1;
    return;
  }
  const bytes = await backUpSqlite(sqliteFile, copy);
  console.log(`Backed up to ${copy} (${Math.ceil(bytes / 1024)} KB), and found sound.`);
}

main().catch(failWith);
