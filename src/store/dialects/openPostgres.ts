import type { Kysely as KyselyOf } from 'kysely';
import { Kysely, PostgresDialect, sql } from '../kysely.js';
import pg from 'pg';
import type { Log } from '../../support/ports.js';
import { createDirectWriter } from '../directWriter.js';
import { StoreUnreachableError } from '../errors/storeUnreachableError.js';
import type { Tables } from '../tables.js';
import type { OpenDatabase } from './openDatabase.js';
import { listenPostgres } from './listenPostgres.js';
import { steadyPool } from './steadyPool.js';

const BIGINT: number = pg.types.builtins.INT8;
const MOST_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/**
 * No query of ours takes long: one that does has lost its server. The server is not asked to watch
 * the time itself, since poolers such as PgBouncer refuse connections that ask.
 */
const QUERY_TIMEOUT_MS = 15_000;

/**
 * A pool of connections to PostgreSQL; nothing is connected yet, and the password shows nowhere.
 * @throws StoreUnreachableError when the address is none
 */
export function openPostgres(databaseUrl: string, log: Log): OpenDatabase {
  const name = withoutPassword(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'after-ec-helper',
    types: { getTypeParser: typeParser },
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: steadyPool(pool, log) }) });
  return {
    db,
    writer: createDirectWriter(db),
    kind: 'postgres',
    name,
    explain: (err) => (isOurs(err) ? err : new StoreUnreachableError(name, { cause: err })),
    clockOffsetMs: () => measureOffset(db),
    listen: (listener) => listenPostgres(databaseUrl, log, listener),
    close: async () => {
      // Kysely ends the pool once it has used it; ending one twice is an error.
      await db.destroy();
      if (!pool.ending) await pool.end();
    },
  };
}

/** Times and counts fit a number, which is what SQLite gives too. */
function typeParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  return (type as number) === BIGINT ? Number : pg.types.getTypeParser(type, format);
}

/** The server's time less ours, with half the way there and back taken off. */
async function measureOffset(db: KyselyOf<Tables>): Promise<number> {
  const asked = Date.now();
  const { rows } = await sql<{ at: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as at`.execute(db);
  const heard = Date.now();
  return rows[0] ? Math.round(rows[0].at - (asked + heard) / 2) : 0;
}

function isOurs(err: unknown): boolean {
  return String((err as { code?: unknown } | undefined)?.code ?? '').startsWith('store-');
}

function withoutPassword(databaseUrl: string): string {
  try {
    const { protocol, username, host, pathname } = new URL(databaseUrl);
    return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
  } catch {
    // The error of `URL` would carry the whole address, password included, into the log.
    throw new StoreUnreachableError('(DATABASE_URL)', { cause: new Error('it is no address') });
  }
}
