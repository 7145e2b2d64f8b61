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
/**
 * People of one replica who do something at the same time. Each asks one question and answers
 * another: the moderators' channel hears 60 messages in 30 seconds and 1,800 in an hour, no more.
 */
const PEOPLE = 3;
const LONGEST_PAUSE_MS = 300;
/** What the outbox of one replica sends at the same time. */
const MOST_UNDER_WAY = 32;
/** A kill comes at any moment of so many milliseconds after the first card of a round. */
const KILLED_WITHIN_MS = 1_500;
/** What still has to be said at the moderators' pace, a lease, and the longest pause. */
const DRAINED_WITHIN_MS = 180_000 + KILLS * 3_000;

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
          const beganWith = connector.delivered.length;
          const ask = async () => {
            await some(replicas)?.ask((asked += 1), strangeQuestion());
          };
          const answer = async () => {
            const card = some(connector.delivered.filter(isForModerators).slice(-20));
            const id = card && REFERENCE.exec(words(card))?.[0];
            if (id === undefined) return;
            if (await some(replicas)?.answer(id, `answer to ${id}`)) answered.add(id);
          };
          const people = Array.from({ length: PEOPLE * replicas.length }, async (_, person) => {
            for (const act of person % 2 === 0 ? [ask, answer] : [answer, ask]) {
              await pause();
              await act();
            }
          });
          // The first question takes long.
          while (connector.delivered.length === beganWith) await sleep(20);
          for (const { child } of replicas) {
            await sleep(Math.random() * KILLED_WITHIN_MS);
            child.kill('SIGKILL');
            kills += 1;
          }
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

/** People are not in step with each other. */
function pause(): Promise<void> {
  return sleep(Math.random() * LONGEST_PAUSE_MS);
}

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
