import * as v from 'valibot';
import { asPhrase } from '../../../support/cases/asPhrase.js';
import type { Case } from '../../../support/cases/case.js';
import { maskText } from '../../../support/privacy/maskText.js';
import { ApiError } from '../apiError.js';
import type { CaseActions, SeenCase } from '../../../support/cases/caseActions.js';
import type { ApiParts } from '../apiParts.js';
import { caseDetails, caseLine } from '../caseJson.js';
import { route, type ApiRequest, type Route } from '../route.js';
import { Answer, CaseId, Count, Language, TopicId, Version } from '../shapes.js';

const MOST_CASES = 200;
/** As much as a case may hold; of that, a phrase is what it begins with. */
const LONGEST_QUESTION = 1_000;
const DAY_MS = 24 * 60 * 60 * 1000;

const STATES = ['open', 'claimed', 'answered', 'dismissed', 'reopened'] as const;
const States = v.pipe(
  v.string(),
  v.transform((states) => states.split(',')),
  v.array(v.picklist(STATES)),
);

const CaseQuery = v.object({
  states: v.optional(States),
  language: v.optional(Language),
  mine: v.optional(v.literal('true')),
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  olderThanDays: v.optional(Count(3650)),
  order: v.optional(v.picklist(['newest', 'most-asked'])),
  offset: v.optional(Count(999_999)),
  limit: v.optional(Count(MOST_CASES)),
});

const Id = v.object({ id: CaseId });
const Seen = v.object({ version: Version });

/** The moderators' inbox. */
export function caseRoutes(parts: ApiParts): Route[] {
  const { cases, actions, clock } = parts;
  const find = async (id: string): Promise<Case> => {
    const found = await cases.read(id);
    if (!found) throw new ApiError(404, 'no-case', `There is no case ${id}.`);
    return found;
  };

  /**
   * Whoever acts names the version they saw; the second of two is shown what the first did. To claim
   * and to answer, what the case is by then decides.
   */
  const act = async (id: string, change: Promise<Case | undefined>) => {
    const changed = await change;
    if (changed) return caseDetails(changed);
    const current = caseDetails(await find(id));
    throw new ApiError(409, 'case-changed', `Somebody else was first at case ${id}.`, { current });
  };
  const requireTopic = (topic: string): void => {
    if (!parts.knowledge().content.topics.has(topic)) {
      throw new ApiError(404, 'no-topic', `There is no topic "${topic}".`);
    }
  };
  const simple = (name: Exclude<keyof CaseActions, 'answer' | 'noteTaught'>): Route =>
    route({
      method: 'post',
      path: `cases/:id/${name}`,
      role: 'moderator',
      params: Id,
      body: Seen,
      answer: async ({ params: { id }, body: { version }, caller }) => {
        await find(id);
        return act(id, actions[name]({ id, version }, actorOf(caller)));
      },
    });

  return [
    route({
      method: 'get',
      path: 'cases',
      role: 'moderator',
      query: CaseQuery,
      answer: async ({ query: { mine, olderThanDays, ...filter }, caller }) => {
        const openedBefore = olderThanDays && new Date(clock().getTime() - olderThanDays * DAY_MS);
        const [found, counts] = await Promise.all([
          cases.list({
            ...filter,
            claimedBy: mine && caller.id,
            openedBefore: openedBefore || undefined,
          }),
          cases.counts(),
        ]);
        return { cases: found.cases.map(caseLine), total: found.total, counts };
      },
    }),
    route({
      method: 'get',
      path: 'cases/:id',
      role: 'moderator',
      params: Id,
      answer: async ({ params: { id } }) => caseDetails(await find(id)),
    }),
    route({
      method: 'get',
      path: 'cases/:id/history',
      role: 'moderator',
      params: Id,
      answer: async ({ params: { id } }) => {
        await find(id);
        const events = await cases.history(id);
        return { events: events.map(({ by, ...event }) => ({ ...event, by: by.name })) };
      },
    }),
    ...(['claim', 'release', 'dismiss', 'reopen'] as const).map(simple),
    route({
      method: 'post',
      path: 'cases/:id/answer',
      role: 'moderator',
      params: Id,
      body: v.object({ version: Version, answer: Answer }),
      answer: async ({ params: { id }, body: { version, answer }, caller }) => {
        await find(id);
        if (answer.kind === 'topic') requireTopic(answer.topic);
        const seen: SeenCase = { id, version };
        return act(id, actions.answer(seen, actorOf(caller), answer));
      },
    }),
    teachRoute(parts, find, requireTopic),
  ];
}

/** Says which topic a phrase belongs to; what that would turn wrong needs a second yes. */
function teachRoute(
  { actions, editing, knowledge }: ApiParts,
  find: (id: string) => Promise<Case>,
  requireTopic: (topic: string) => void,
): Route {
  return route({
    method: 'post',
    path: 'cases/:id/teach',
    role: 'moderator',
    params: Id,
    body: v.object({
      phrase: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(LONGEST_QUESTION)),
      language: Language,
      topic: TopicId,
      evenSo: v.optional(v.boolean(), false),
    }),
    answer: async ({
      params: { id },
      body: { phrase: typed, language, topic, evenSo },
      caller,
    }) => {
      await find(id);
      requireTopic(topic);
      // Whatever a moderator typed or pasted: others will read it.
      const phrase = asPhrase(maskText(knowledge().content, typed, language).text);
      const broken = evenSo ? [] : await editing.wouldBreak(phrase, language, topic);
      if (broken.length > 0) return { taught: false, broken };
      const revision = await editing.teach(caller.name, phrase, language, topic);
      await actions.noteTaught(id, actorOf(caller), topic);
      return { taught: true, broken, revision };
    },
  });
}

function actorOf({ id, name }: ApiRequest<never, never, never>['caller']) {
  return { id, name };
}
