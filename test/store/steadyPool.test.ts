import { EventEmitter } from 'node:events';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { steadyPool } from '../../src/store/dialects/steadyPool.js';
import { silentLog } from './silentLog.js';

/** A pool with one connection, on which every query fails. */
function poolThatFails(failure: Error) {
  const released: unknown[] = [];
  let queries = 0;
  const client = Object.assign(new EventEmitter(), {
    query: () => {
      queries += 1;
      return Promise.reject(failure);
    },
    release: (isDead: boolean) => released.push(isDead),
  });
  const pool = Object.assign(new EventEmitter(), {
    connect: () => {
      pool.emit('connect', client);
      return Promise.resolve(client);
    },
  });
  const steady = steadyPool(pool as unknown as pg.Pool, silentLog);
  return { steady, client, released, queries: () => queries };
}

describe('the pool of connections to PostgreSQL', () => {
  it('keeps a connection on which the server refused a query', async () => {
    const refusal = Object.assign(new Error('duplicate key'), { severity: 'ERROR', code: '23505' });
    const { steady, released } = poolThatFails(refusal);
    const connection = await steady.connect();
    await expect(connection.query('insert', [])).rejects.toBe(refusal);
    connection.release();
    expect(released).toEqual([false]);
  });

  it('throws away a connection that no longer answers, without asking it again', async () => {
    const silence = new Error('Query read timeout');
    const { steady, released, queries } = poolThatFails(silence);
    const connection = await steady.connect();
    await expect(connection.query('select 1', [])).rejects.toBe(silence);
    await expect(connection.query('rollback', [])).rejects.toBe(silence);
    connection.release();
    expect(queries()).toBe(1);
    expect(released).toEqual([true]);
  });

  it('survives an error on a connection in use', async () => {
    const { steady, client } = poolThatFails(new Error('unused'));
    await steady.connect();
    expect(client.emit('error', new Error('connection reset'))).toBe(true);
  });
});
