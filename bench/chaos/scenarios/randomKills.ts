import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../../src/matching/text/hash.js';
import { createStore } from '../../../src/store/createStore.js';
import { startFakeConnector } from '../../../test/fakes/fakeConnector.js';
import { failAtRandom } from '../../../test/faults/faults.js';
import { missingPostgres, startPostgres } from '../../../test/store/postgres.js';
import { silentLog } from '../../../test/store/silentLog.js';
import { expect } from '../expect.js';
import { fuzzedBody } from '../fuzzedBody.js';
import { promised, settleModerators, strangeQuestion, toldModerators } from '../moderators.js';
import { becomes, startProgram } from '../program.js';
import type { ScenarioOptions } from '../scenario.js';

const HOUR_MS = 60 * 60 * 1000;
const PEOPLE = 2;
const LONGEST_LIFE_MS = 4_000;
/** A lease that a killed program held runs out first, and then pauses between attempts. */
const DRAINED_WITHIN_MS = 120_000;

/**
 * Ends the program at random moments while Teams fails, the clock jumps, nonsense arrives and, where
 * there is a PostgreSQL, the database goes and comes back. No question that was promised an answer
 * may be lost.
 */
export async function randomKills({ kills, seed }: ScenarioOptions): Promise<string> {
  const random = seededRandom(seed);
  const server = missingPostgres === undefined ? await startPostgres() : undefined;
  const databaseUrl = await server?.freshUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'helper-kills-'));
  const connector = await startFakeConnector();
  const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const start = () => startProgram({ connector, dataFolder, shiftable: true, env });
  const first = await start();
  await settleModerators(first);
  await first.kill();
  failAtRandom(connector);

  let asked = 0;
  let outages = 0;
  for (let round = 0; round < kills; round += 1) {
    const program = await start();
    let isOver = false;
    const people = Array.from({ length: PEOPLE }, async () => {
      while (!isOver) {
        await program.ask(`kill-${(asked += 1)}`, strangeQuestion(random));
        await program.post(fuzzedBody(random, connector.url));
        await sleep(200);
      }
    });
    program.shiftClock((random() - 0.5) * 48 * HOUR_MS);
    if (server && random() < 0.5) {
      outages += 1;
      await server.halt();
      await sleep(random() * 1_000);
      await server.resume();
    }
    await sleep(random() * LONGEST_LIFE_MS);
    expect(!program.hasEnded(), `it ended by itself:\n${program.printed().slice(-3_000)}`);
    await program.kill();
    isOver = true;
    await Promise.all(people);
  }

  connector.misbehave(() => undefined);
  const last = await start();
  const recovery = await last.expectRecovery('the last start');
  const store = await createStore({
    databaseUrl,
    sqliteFile: join(dataFolder, 'helper.sqlite'),
    log: silentLog,
  });
  const missing = () => {
    const told = toldModerators(connector);
    return [...promised(connector)].filter((reference) => !told.has(reference));
  };
  // What Teams has refused for good lies aside: an operator tries it again, as `npm run outbox` does.
  const areAllTold = async () => {
    for (const { id } of await store.outbox.dead()) await store.outbox.retry(id);
    return missing().length === 0;
  };
  const allTold = await becomes(areAllTold, DRAINED_WITHIN_MS);
  const { waiting, dead } = await store.outbox.depth();
  await store.close();
  await last.stop();
  await server?.stop();
  const cases = promised(connector).size;
  expect(
    allTold,
    `moderators have not heard of ${missing().length} of ${cases} cases; ${waiting} messages wait, ${dead} lie aside`,
  );
  expect(cases > 0, 'nobody was promised anything');
  return `${kills} kills, ${outages} outages of the store, ${asked} questions, ${cases} promised and none lost; ${recovery}`;
}
