import * as v from 'valibot';
import { reviewDue } from '../../../content/reviewDue.js';
import { askersOf } from '../../../support/cases/case.js';
import { dayOf } from '../../../support/insights/insightStore.js';
import { readInsights } from '../../../support/insights/readInsights.js';
import type { ApiParts } from '../apiParts.js';
import { route, type Route } from '../route.js';
import { Count } from '../shapes.js';

const MOST_DAYS = 366;
const USUAL_DAYS = 30;
const MOST_UNANSWERED = 10;

/** Counts, never people. */
export function insightRoutes(parts: ApiParts): Route[] {
  const { cases, knowledge, clock } = parts;
  return [
    route({
      method: 'get',
      path: 'insights',
      role: 'moderator',
      query: v.object({
        days: v.optional(
          v.pipe(Count(MOST_DAYS), v.minValue(1, 'A period has at least 1 day.')),
          String(USUAL_DAYS),
        ),
      }),
      answer: async ({ query: { days } }) => {
        const [period, states, waiting] = await Promise.all([
          readInsights(parts, { days, to: dayOf(clock()) }),
          cases.counts(),
          cases.list({
            states: ['open', 'reopened'],
            order: 'most-asked',
            limit: MOST_UNANSWERED,
          }),
        ]);
        return {
          ...period,
          states,
          unanswered: waiting.cases.map((each) => ({
            id: each.id,
            language: each.language,
            people: askersOf(each).length,
            guess: each.guesses[0]?.id,
            openedAt: each.openedAt,
          })),
          reviews: [...knowledge().content.topics.values()].map(({ id, reviewed }) => ({
            id,
            reviewed,
            due: reviewDue(reviewed),
          })),
        };
      },
    }),
  ];
}
