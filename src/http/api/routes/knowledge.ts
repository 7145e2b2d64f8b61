import * as v from 'valibot';
import { daysBefore, dayOf } from '../../../support/insights/insightStore.js';
import type { ApiParts } from '../apiParts.js';
import { route, type Route } from '../route.js';
import { Asked, ContentPath, MAX_FILE_TEXT, RevisionInPath } from '../shapes.js';
import { topicStates } from '../topicStates.js';

const MAX_EDITS_BYTES = 8 * 1024 * 1024;
/** How far back a topic's questions are counted. */
const ASKED_WITHIN_DAYS = 30;

const Edits = v.pipe(
  v.array(
    v.object({
      path: ContentPath,
      /** `null` deletes the file. */
      text: v.nullable(v.pipe(v.string(), v.maxLength(MAX_FILE_TEXT))),
    }),
  ),
  v.maxLength(500),
  v.transform((edits) => edits.map(({ path, text }) => ({ path, text: text ?? undefined }))),
);
const RevisionNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const Note = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(3, 'Say in a few words what changed and why.'),
  v.maxLength(300),
);

/** What admins own: topics and every other content file, in revisions. */
export function knowledgeRoutes(parts: ApiParts): Route[] {
  const desk = parts.editing;

  return [
    route({
      method: 'get',
      path: 'topics',
      role: 'moderator',
      answer: async () => {
        const today = dayOf(parts.clock());
        const [votes, counts] = await Promise.all([
          parts.feedback.counts(),
          parts.insights.byTopic(daysBefore(today, ASKED_WITHIN_DAYS)),
        ]);
        return {
          topics: topicStates(parts.knowledge(), votes, counts, today),
          days: ASKED_WITHIN_DAYS,
        };
      },
    }),
    route({
      method: 'get',
      path: 'topics/missed-phrases',
      role: 'moderator',
      answer: async () => ({ missed: await desk.missedPhrases() }),
    }),
    route({
      method: 'get',
      path: 'knowledge',
      role: 'admin',
      answer: async ({ caller }) => {
        const served = desk.served();
        const [files, draft] = await Promise.all([
          desk.filesOf(served.number),
          desk.draftOf(caller.id),
        ]);
        return { served, files: Object.fromEntries(files), draft };
      },
    }),
    route({
      method: 'post',
      path: 'knowledge/draft',
      role: 'admin',
      maxBytes: MAX_EDITS_BYTES,
      body: v.object({ edits: Edits, basedOn: v.optional(RevisionNumber) }),
      answer: ({ caller, body: { edits, basedOn } }) => desk.saveDraft(caller.id, edits, basedOn),
    }),
    route({
      method: 'post',
      path: 'knowledge/preview',
      role: 'admin',
      maxBytes: MAX_EDITS_BYTES,
      body: v.object({ edits: Edits, thorough: v.optional(v.boolean(), false) }),
      answer: ({ body: { edits, thorough } }) => desk.preview(edits, { thorough }),
    }),
    route({
      method: 'post',
      path: 'knowledge/try',
      role: 'admin',
      maxBytes: MAX_EDITS_BYTES,
      body: v.object({ edits: Edits, text: Asked }),
      answer: ({ body: { edits, text } }) => desk.tryEdits(edits, text),
    }),
    route({
      method: 'post',
      path: 'knowledge/publish',
      role: 'admin',
      maxBytes: MAX_EDITS_BYTES,
      body: v.object({ edits: Edits, note: Note, basedOn: RevisionNumber }),
      answer: async ({ caller, body: { edits, note, basedOn } }) => {
        const revision = await desk.publish(caller.name, note, edits, basedOn);
        await desk.dropDraft(caller.id);
        return { revision };
      },
    }),
    route({
      method: 'get',
      path: 'knowledge/revisions',
      role: 'admin',
      answer: async () => ({ served: desk.served(), revisions: await desk.revisions() }),
    }),
    route({
      method: 'get',
      path: 'knowledge/revisions/:number',
      role: 'admin',
      params: RevisionInPath,
      answer: async ({ params: { number } }) => ({
        files: Object.fromEntries(await desk.filesOf(number)),
      }),
    }),
    route({
      method: 'post',
      path: 'knowledge/take-back',
      role: 'admin',
      body: v.object({ number: RevisionNumber, note: v.optional(Note) }),
      answer: async ({ caller, body: { number, note } }) => ({
        revision: await desk.takeBack(caller.name, number, note),
      }),
    }),
  ];
}
