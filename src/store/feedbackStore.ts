import type { Kysely } from 'kysely';
import { sql } from './kysely.js';
import type { FeedbackStore } from '../support/ports.js';
import { keyText } from './keyText.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';

/** Feedback, one row a vote; what is left of forgotten people is numbers. */
export function createFeedbackStore({ db, writer, now }: StoreParts): FeedbackStore {
  const forgetVotes = (
    column: 'person_id' | 'given_at',
    operator: '=' | '<',
    value: string | number,
  ): Promise<number> =>
    writer.together(async (to) => {
      const gone = await to
        .deleteFrom('feedback')
        .where(column, operator, value)
        .returning(['topic', 'language', 'revision', 'helped'])
        .execute();
      await addToTotals(to, gone);
      return gone.length;
    });

  return {
    async record({ personId, conversationId, topic, language, helped, revision }) {
      const vote = { language, helped: helped ? 1 : 0, revision, given_at: now() };
      const row = {
        person_id: keyText(personId),
        conversation_id: keyText(conversationId),
        topic,
        ...vote,
      };
      await writer.one((to) =>
        to
          .insertInto('feedback')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['person_id', 'conversation_id', 'topic']).doUpdateSet(vote),
          )
          .execute(),
      );
    },

    async counts() {
      const votes = sql<number>`sum(votes)`;
      const all = db
        .selectFrom('feedback')
        .select(['topic', 'language', 'helped', sql<number>`1`.as('votes')])
        .unionAll(db.selectFrom('feedback_total').select(['topic', 'language', 'helped', 'votes']));
      const rows = await db
        .selectFrom(all.as('vote'))
        .select(['topic', 'language', 'helped', votes.as('votes')])
        .groupBy(['topic', 'language', 'helped'])
        .execute();
      return byTopicAndLanguage(rows);
    },

    async forget(personId) {
      await forgetVotes('person_id', '=', keyText(personId));
    },

    forgetGivenBefore: (moment) => forgetVotes('given_at', '<', moment.getTime()),
  };
}

interface Vote {
  topic: string;
  language: string;
  revision: string;
  helped: number;
}

async function addToTotals(to: Kysely<Tables>, votes: Vote[]): Promise<void> {
  // Always in the same order: two replicas that forget at once must not wait for each other.
  const ordered = votes.map((vote) => ({ vote, key: JSON.stringify(Object.values(vote)) }));
  ordered.sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { vote } of ordered) {
    await to
      .insertInto('feedback_total')
      .values({ ...vote, votes: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['topic', 'language', 'revision', 'helped'])
          .doUpdateSet({ votes: sql`feedback_total.votes + 1` }),
      )
      .execute();
  }
}

function byTopicAndLanguage(
  rows: { topic: string; language: string; helped: number; votes: number | string }[],
) {
  const counts = new Map<
    string,
    { topic: string; language: string; helped: number; notHelped: number }
  >();
  for (const { topic, language, helped, votes } of rows) {
    const key = JSON.stringify([topic, language]);
    const count = counts.get(key) ?? { topic, language, helped: 0, notHelped: 0 };
    // PostgreSQL sums whole numbers into a decimal, which comes as text.
    count[helped === 1 ? 'helped' : 'notHelped'] += Number(votes);
    counts.set(key, count);
  }
  // Sorted here: databases differ in their alphabets.
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
