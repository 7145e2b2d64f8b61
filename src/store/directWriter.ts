import type { Kysely } from 'kysely';
import { StoreClosedError } from './errors/storeClosedError.js';
import type { Tables } from './tables.js';
import type { Writer } from './writer.js';

/** A writer for PostgreSQL, which groups the commits of its connections by itself. */
export function createDirectWriter(db: Kysely<Tables>): Writer {
  const underWay = new Set<Promise<unknown>>();
  let closed = false;
  const follow = <T>(start: () => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(new StoreClosedError());
    const work = start();
    underWay.add(work);
    const over = () => underWay.delete(work);
    work.then(over, over);
    return work;
  };
  return {
    one: (work) => follow(() => work(db)),
    note: (work) => follow(() => work(db)),
    together: (work) => follow(() => db.transaction().execute(work)),
    noteTogether: (work) => follow(() => db.transaction().execute(work)),
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}
