import * as v from 'valibot';
import { ApiError } from '../apiError.js';
import type { ApiParts } from '../apiParts.js';
import { route, type Route } from '../route.js';

/** What could not be said; a text of its own never leaves the server with it. */
export function outboxRoutes({ outbox }: ApiParts): Route[] {
  return [
    route({
      method: 'get',
      path: 'outbox',
      role: 'admin',
      answer: async () => {
        const [dead, depth] = await Promise.all([outbox.dead(), outbox.depth()]);
        return {
          depth,
          dead: dead.map(({ id, kind, reason, diedAt }) => ({ id, kind, reason, diedAt })),
        };
      },
    }),
    route({
      method: 'post',
      path: 'outbox/retry',
      role: 'admin',
      body: v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
      answer: async ({ body: { id } }) => {
        if (await outbox.retry(id)) return {};
        throw new ApiError(404, 'no-letter', 'There is no such message any more.');
      },
    }),
  ];
}
