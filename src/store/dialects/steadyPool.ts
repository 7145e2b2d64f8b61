import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import type { Log } from '../../support/ports.js';

/**
 * The pool for Kysely, such that a connection that died is thrown away. Without this, a connection
 * whose server vanished stays in the pool for as long as the network keeps hoping (a quarter of an
 * hour), and an error on one that is not idle ends the program.
 */
export function steadyPool(pool: pg.Pool, log: Log): PostgresPool {
  pool.on('connect', (client) => {
    client.on('error', (err) => log.warn({ err }, 'lost a connection to PostgreSQL'));
  });
  // The pool repeats an idle client's error, which has been logged by then.
  pool.on('error', () => undefined);
  return {
    connect: async () => steadyClient(await pool.connect()),
    end: () => pool.end(),
  };
}

function steadyClient(client: pg.PoolClient): PostgresPoolClient {
  let death: { cause: unknown } | undefined;
  const query = async (sql: string, parameters: unknown[]): Promise<pg.QueryResult> => {
    // The rollback that follows a failure would wait in vain, and hide the reason.
    if (death) throw death.cause;
    try {
      return await client.query(sql, parameters);
    } catch (cause) {
      if (!isFromServer(cause)) death = { cause };
      throw cause;
    }
  };
  return {
    // Kysely also asks with a cursor, which this project never does.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(death !== undefined),
  };
}

/** The server's own errors have a severity; all others come from the connection. */
function isFromServer(err: unknown): boolean {
  return typeof (err as { severity?: unknown } | undefined)?.severity === 'string';
}
