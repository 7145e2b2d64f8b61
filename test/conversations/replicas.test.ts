import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../src/store/createStore.js';
import { missingPostgres, startPostgres, type PostgresServer } from '../store/postgres.js';
import { silentLog } from '../store/silentLog.js';
import { cardIn, startHelper, wordsOn, type Helper, type Person } from './harness.js';
import { inModerators, marie, MODERATORS } from './moderators.js';

const SOON = { timeout: 20_000, interval: 20 };

/** Two whole programs on one database, to which Teams talks through a load balancer. */
describe.skipIf(missingPostgres !== undefined)(
  `two replicas on PostgreSQL ${missingPostgres ?? ''}`,
  () => {
    let server: PostgresServer;
    let databaseUrl: string;
    let now = new Date('2026-11-24T09:00:00Z');
    let replicas: [Helper, Helper];
    beforeAll(async () => {
      server = await startPostgres();
      databaseUrl = await server.freshUrl();
      const options = {
        env: { DATABASE_URL: databaseUrl },
        clock: () => now,
        deliverEveryMs: 20,
      };
      const one = await startHelper(options);
      replicas = [one, await startHelper(options)];
    });
    afterAll(async () => {
      await Promise.all(replicas.map((each) => each.close()));
      await server.stop();
    });

    let last = 0;
    /** Replicas share what they remember of messages, and Teams has one address for both. */
    const fresh = () => ({
      activity: { id: `message-${(last += 1)}`, serviceUrl: replicas[0].connector.url },
    });
    const somebody = (): Person => ({ id: `29:person-${last}`, name: 'Ana', locale: 'en-GB' });
    const sentTo = (conversation: string) =>
      replicas.flatMap(({ connector }) =>
        connector.delivered.filter(
          ({ method, conversationId }) => method === 'POST' && conversationId === conversation,
        ),
      );
    /** Waits until nothing is left that any of them could still send. */
    const allDelivered = async () => {
      const store = await createStore({ databaseUrl, sqliteFile: '', log: silentLog });
      await vi.waitFor(async () => {
        expect(await store.outbox.depth()).toMatchObject({ waiting: 0, dead: 0 });
      }, SOON);
      await store.close();
    };

    it('answer an activity once that reaches both at the same moment', async () => {
      for (let round = 0; round < 12; round += 1) {
        const person = somebody();
        const post = fresh();
        const turns = await Promise.all(
          [...replicas, ...replicas].map((each) =>
            each.inChat(person, 'my account is locked', post),
          ),
        );
        expect(turns.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
        expect(sentTo(`a:${person.id}`)).toHaveLength(1);
      }
    });

    it('deliver a reminder once, whichever of them was asked for it', async () => {
      const people: Person[] = [];
      for (const helper of replicas) {
        const person = somebody();
        people.push(person);
        await helper.inChat(person, 'my account is locked', fresh());
        const asked = sentTo(`a:${person.id}`)[0]!;
        // Any replica answers a press on what another has said.
        await replicas[0].press(person, asked, 'start-dialog');
        await helper.inChat(person, 'Too many wrong passwords', fresh());
        const turn = await helper.inChat(person, 'Remind me in 15 minutes', fresh());
        expect(turn.status).toBe(200);
      }
      const before = people.map(({ id }) => sentTo(`a:${id}`).length);
      now = new Date(now.getTime() + 40 * 60_000);
      await vi.waitFor(() => {
        expect(people.map(({ id }) => sentTo(`a:${id}`).length)).toEqual(
          before.map((count) => count + 1),
        );
      }, SOON);
      await allDelivered();
      expect(people.map(({ id }) => sentTo(`a:${id}`).length)).toEqual(
        before.map((count) => count + 1),
      );
    });

    it('tell the moderators of each question once', async () => {
      const [one] = replicas;
      one.connector.members.set(MODERATORS, new Map([[marie.id, { userRole: 'owner' }]]));
      const settled = await one.inChannel(marie, 'moderators here', {
        activity: { ...fresh().activity, ...inModerators.activity },
      });
      expect(wordsOn(cardIn(settled))).toContain('From now on');
      for (const { app } of replicas) {
        vi.spyOn(app.knowledge().matcher, 'match').mockReturnValue({
          language: 'en',
          outcome: 'unresolved',
          topics: [],
        });
      }
      // Few enough for one conversation at one moment: the clock stands still.
      const questions = [...'bcdfg'].map((own) => `${own}orblingax ${own}uantiflex?`);
      await Promise.all(
        questions.map((question, at) => {
          const post = fresh();
          return replicas[at % 2]!.inChat(somebody(), question, post);
        }),
      );
      await allDelivered();
      const told = sentTo(MODERATORS).map(({ activity }) =>
        wordsOn(activity.attachments?.[0]?.content),
      );
      for (const question of questions) {
        expect(told.filter((words) => words.includes(question))).toHaveLength(1);
      }
    });
  },
);
