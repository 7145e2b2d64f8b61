import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from '../../src/store/createStore.js';
import { actionsOf, wordsOn } from '../conversations/harness.js';
import { startFakeConnector, type Delivered, type FakeConnector } from '../fakes/fakeConnector.js';
import { missingPostgres, startPostgres, type PostgresServer } from '../store/postgres.js';
import { silentLog as log } from '../store/silentLog.js';
import { failAtRandom, KILLS } from '../faults/faults.js';
import { MODERATORS, startReplica, type Replica } from './teams.js';

const REPLICAS = { sqlite: 1, postgres: 2 };
const REFERENCE = /\bC[0-9A-Z]{7}\b/;
const ANSWER = /answer to (C[0-9A-Z]{7})/;
/** People who do something at the same time; and what the outbox sends at the same time. */
const PEOPLE = 4;
const MOST_UNDER_WAY = 32;
/** A lease, and the longest pause between two attempts. */
const DRAINED_WITHIN_MS = 180_000;

describe.each(['sqlite', 'postgres'] as const)(
  'the program killed again and again on %s',
  (kind) => {
    const isAbsent = kind === 'postgres' && missingPostgres !== undefined;
    let folder: string;
    let server: PostgresServer | undefined;
    let connector: FakeConnector;
    let running: Replica[];
    beforeEach(async ({ skip }) => {
      if (isAbsent) skip(missingPostgres);
      folder = mkdtempSync(join(tmpdir(), 'helper-program-'));
      server = kind === 'postgres' ? await startPostgres() : undefined;
      connector = await startFakeConnector();
      running = [];
    });
    afterEach(async () => {
      if (isAbsent) return;
      for (const { child } of running) child.kill('SIGKILL');
      await connector.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it(
      'loses no question that somebody was promised an answer to, no card and no answer',
      async () => {
        const databaseUrl = await server?.freshUrl();
        const env = { DATA_FOLDER: folder, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
        const start = async (count: number): Promise<Replica[]> => {
          running = await Promise.all(
            Array.from({ length: count }, () => startReplica(connector, env)),
          );
          await Promise.all(running.map(({ ready }) => ready));
          return running;
        };
        const words = ({ activity }: Delivered) => wordsOn(activity.attachments?.[0]?.content);
        const isForModerators = ({ conversationId }: Delivered) =>
          conversationId.startsWith(MODERATORS);
        const some = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)];

        const [first] = await start(1);
        await first?.moderatorsHere();
        first?.child.kill('SIGKILL');
        const faults = failAtRandom(connector);

        let asked = 0;
        let kills = 0;
        const answered = new Set<string>();
        while (kills < KILLS) {
          const replicas = await start(REPLICAS[kind]);
          let isOver = false;
          const beganWith = connector.delivered.length;
          const traffic = async () => {
            while (!isOver) {
              await some(replicas)?.ask((asked += 1), strangeQuestion());
              await sleep(100);
              const card = some(connector.delivered.filter(isForModerators).slice(-20));
              const id = card && REFERENCE.exec(words(card))?.[0];
              if (id === undefined) continue;
              if (await some(replicas)?.answer(id, `answer to ${id}`)) answered.add(id);
            }
          };
          const people = Array.from({ length: PEOPLE }, traffic);
          // The first question takes long.
          while (connector.delivered.length === beganWith) await sleep(20);
          for (const { child } of replicas) {
            await sleep(Math.random() * 1_500);
            child.kill('SIGKILL');
            kills += 1;
          }
          isOver = true;
          await Promise.all(people);
        }

        await start(1);
        const store = await createStore({
          databaseUrl,
          sqliteFile: join(folder, 'helper.sqlite'),
          log,
        });
        for (const until = Date.now() + DRAINED_WITHIN_MS; Date.now() < until; await sleep(500)) {
          for (const { id } of await store.outbox.dead()) await store.outbox.retry(id);
          const { waiting, dead } = await store.outbox.depth();
          if (waiting + dead === 0) break;
        }
        expect(await store.outbox.depth()).toMatchObject({ waiting: 0, dead: 0 });

        const { cases } = await store.cases.list({ limit: 1_000_000 });
        const casesById = new Map(cases.map((each) => [each.id, each]));
        const isIn = (id: string, conversation: string) =>
          casesById.get(id)?.askings.some(({ place }) => place.conversationId === conversation) ??
          false;
        const posts = connector.delivered.filter(({ method }) => method === 'POST');
        const toAskers = posts.filter((each) => !isForModerators(each));

        const lacking = (each: Delivered, reference: RegExp) =>
          !isIn(reference.exec(words(each))?.at(-1) ?? '', each.conversationId);
        const promised = toAskers.filter(isPromise);
        expect(promised.filter((each) => lacking(each, REFERENCE)).map(words)).toEqual([]);
        for (const id of answered) expect(casesById.get(id)?.state).toBe('answered');
        const answers = toAskers.filter((each) => ANSWER.test(words(each)));
        expect(answers.filter((each) => lacking(each, ANSWER)).map(words)).toEqual([]);
        let wanted = 0;
        for (const { id, state, askings } of cases) {
          const { messageId } = (await store.memory.read<{ messageId: string }>(
            'case-message',
            id,
          ))!;
          const card = wordsOn(connector.cardOf(messageId));
          expect(card).toContain(id);
          expect(card.includes('Answered by')).toBe(state === 'answered');
          for (const asking of askings.filter((each) => each.state === 'answered')) {
            wanted += 1;
            const { conversationId } = asking.place;
            expect(answers.some((each) => each.conversationId === conversationId)).toBe(true);
          }
        }
        await store.close();

        const cards = posts.filter(({ conversationId }) => conversationId === MODERATORS).length;
        const { unconfirmed, refusedUpdates } = faults;
        console.log(
          `${kind}: ${kills} kills, ${asked} asked, ${promised.length} promised, ${cases.length} cases, ` +
            `${wanted} answers wanted; said twice: ${answers.length - wanted} answers, ` +
            `${cards - cases.length} cards; ${unconfirmed} calls unconfirmed, ${refusedUpdates} updates refused`,
        );
        expect(promised.length).toBeGreaterThan(0);
        expect(wanted).toBeGreaterThan(0);
        const twice = answers.length - wanted + cards - cases.length;
        expect(twice).toBeLessThanOrEqual(
          unconfirmed + refusedUpdates + kills * (PEOPLE + MOST_UNDER_WAY),
        );
      },
      KILLS * 30_000 + DRAINED_WITHIN_MS + 60_000,
    );
  },
);

/** A card that says that a person will answer; apologies have a reference too, but no button. */
function isPromise({ activity }: Delivered): boolean {
  const actions = actionsOf(activity.attachments?.[0]?.content);
  return actions.some(({ verb }) => verb === 'case-status');
}

/** Words that mean nothing in any language, and that nobody else uses. */
function strangeQuestion(): string {
  const word = () =>
    [...randomBytes(8)].map((byte) => 'bcdfghjklmnpqrstvwxz'[byte % 20] ?? '').join('');
  return `${word()} ${word()} ${word()}`;
}
