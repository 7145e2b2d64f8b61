import { pino } from 'pino';
import { readConfig, type Config } from '../config.js';
import { createStore } from '../store/createStore.js';
import type { RevisionStore } from '../support/editing/revisionStore.js';

/** Opens the store for a command, while the program runs or not: it looks there every second. */
export async function withRevisions<T>(
  work: (revisions: RevisionStore, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  const { databaseUrl, sqliteFile } = config;
  const log = pino({ level: 'warn' }, pino.destination(2));
  const store = await createStore({ databaseUrl, sqliteFile, log });
  try {
    return await work(store.revisions, config);
  } finally {
    await store.close();
  }
}
