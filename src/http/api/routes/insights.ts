import type { ApiParts } from '../apiParts.js';
import { route, type Route } from '../route.js';

/** Counts, never people. */
export function insightRoutes({ cases, feedback, outbox, knowledge }: ApiParts): Route[] {
  return [
    route({
      method: 'get',
      path: 'insights',
      role: 'moderator',
      answer: async () => {
        const { content } = knowledge();
        const [states, votes, depth, waiting] = await Promise.all([
          cases.counts(),
          feedback.counts(),
          outbox.depth(),
          cases.list({ states: ['open', 'reopened'], order: 'most-asked', limit: 10 }),
        ]);
        return {
          states,
          votes,
          outbox: depth,
          unanswered: waiting.cases.map(({ id, language, askings, openedAt }) => ({
            id,
            language,
            people: askings.length,
            openedAt,
          })),
          reviews: [...content.topics.values()].map(({ id, reviewed }) => ({ id, reviewed })),
        };
      },
    }),
  ];
}
