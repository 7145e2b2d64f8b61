import { writeSync } from 'node:fs';
import { createStore } from '../../src/store/createStore.js';
import { silentLog as log } from './silentLog.js';

/**
 * A program to be killed: writes as fast as it can, sixteen at once, and prints a line for each
 * write once it was acknowledged. Arguments: run, SQLite file, PostgreSQL address or nothing.
 */
const [run = '', sqliteFile = '', databaseUrl] = process.argv.slice(2);
const store = await createStore({ sqliteFile, databaseUrl, log });
const DAY_MS = 24 * 60 * 60 * 1000;
let count = 0;

async function writeForEver(): Promise<void> {
  for (;;) {
    const id = `${run}-${(count += 1)}`;
    await store.ledger.begin(id);
    await store.memory.write('thread', id, { id }, DAY_MS);
    await store.outbox.put({ id, kind: 'card', queue: id, lane: id, payload: null });
    await store.ledger.finish(id);
    writeSync(1, `${id}\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, writeForEver));
