import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '../config.js';
import { createStore, type Store } from '../store/createStore.js';
import { failWith } from './failWith.js';

const usage = `npm run outbox                                what waits to be said, and what could not be said
  npm run outbox -- retry <id> [<id> …]       tries these again
  npm run outbox -- retry --all               tries everything again that could not be said
  npm run outbox -- drop <id> [<id> …]        gives up on these`;

/*
 * Looks after the messages that the bot sends on its own account, while the program runs or not:
 * the program looks into the outbox every second.
 */

const minute = (date: Date): string => date.toISOString().slice(0, 16).replace('T', ' ');

async function list({ outbox }: Store): Promise<void> {
  const { waiting, oldestSeconds } = await outbox.depth();
  const dead = await outbox.dead();
  console.log(
    waiting === 0
      ? 'Nothing waits to be said.'
      : `Waiting to be said: ${waiting}, the oldest for ${Math.round(oldestSeconds)} s.`,
  );
  if (dead.length === 0) return;
  console.log(`Could not be said: ${dead.length}.`);
  for (const { id, reason, diedAt } of dead)
    console.log(`  ${id}\n    ${minute(diedAt)}  ${reason}`);
  console.log('To try one again: npm run outbox -- retry <id>');
}

/** Does it to each message; false where one is not among those that could not be said. */
async function each(
  { outbox }: Store,
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
  done: string,
): Promise<boolean> {
  const dead = new Set((await outbox.dead()).map(({ id }) => id));
  for (const id of ids) {
    if (dead.has(id)) await work(id);
    console.log(dead.has(id) ? `${id}: ${done}` : `${id}: there is no such message to be said.`);
  }
  return ids.every((id) => dead.has(id));
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false } },
  });
  const [command = 'list', ...ids] = positionals;
  const isMeant = command === 'list' ? ids.length === 0 : values.all || ids.length > 0;
  if (!['list', 'retry', 'drop'].includes(command) || !isMeant) {
    console.error(usage);
    return false;
  }
  const { databaseUrl, sqliteFile } = readConfig(process.env);
  const store = await createStore({
    databaseUrl,
    sqliteFile,
    log: pino({ level: 'warn' }, pino.destination(2)),
  });
  const { outbox } = store;
  try {
    if (command === 'drop') return await each(store, ids, (id) => outbox.cancel(id), 'dropped.');
    if (command === 'retry') {
      const wanted = values.all ? (await outbox.dead()).map(({ id }) => id) : ids;
      return await each(store, wanted, (id) => outbox.retry(id), 'will be tried again.');
    }
    await list(store);
    return true;
  } finally {
    await store.close();
  }
}

main().then((good) => {
  process.exitCode = good ? 0 : 1;
}, failWith);
