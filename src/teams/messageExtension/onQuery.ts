import * as v from 'valibot';
import type { Page } from '../../support/cases/createCaseSearch.js';
import type { Activity, TurnContext } from '../botbuilder.js';
import type { InvokeAnswer } from '../invokeAnswer.js';
import { localeOf, personIdOf } from '../readQuestion.js';
import type { TurnParts } from '../turnParts.js';
import { resultList, resultMessage, type ResultLine } from './extensionAnswers.js';

const LONGEST_TEXT = 200;

const Query = v.object({
  commandId: v.string(),
  parameters: v.optional(
    v.array(v.object({ name: v.string(), value: v.optional(v.unknown(), '') })),
    [],
  ),
  queryOptions: v.optional(
    v.object({
      skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
      count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 25),
    }),
    {},
  ),
});

/** @returns a page of results, or a sentence that says why there is none */
type Search = (
  text: string,
  page: Page,
  activity: Activity,
  parts: TurnParts,
) => Promise<ResultLine[] | string>;

/** The searches that the manifest offers, by their command's id. */
const searches = new Map<string, Search>([
  ['searchTopics', searchTopics],
  ['searchCases', searchCases],
]);

/** Somebody searches in the compose box; Teams asks again at every pause in the typing. */
export async function onQuery(context: TurnContext, parts: TurnParts): Promise<InvokeAnswer> {
  const query = v.safeParse(Query, context.activity.value);
  const search = query.success ? searches.get(query.output.commandId) : undefined;
  if (!query.success || !search) return { status: 400 };
  const { parameters, queryOptions } = query.output;
  // On the first run there is no text yet, but a parameter "initialRun".
  const typed = parameters.find(({ name }) => name === 'text')?.value ?? '';
  const text = String(typed).slice(0, LONGEST_TEXT);
  const lines = await search(text, queryOptions, context.activity, parts);
  if (typeof lines === 'string') return resultMessage(lines);
  if (lines.length > 0 || queryOptions.skip > 0) return resultList(lines);
  return resultMessage(parts.assistant.sentence('searchNothing', localeOf(context.activity)));
}

async function searchTopics(
  text: string,
  { skip, count }: Page,
  activity: Activity,
  { topicSearch }: TurnParts,
): Promise<ResultLine[]> {
  return topicSearch
    .search(text, localeOf(activity))
    .slice(skip, skip + count)
    .map(({ id, language, title, answer }) => ({
      title,
      text: answer,
      value: { verb: 'show-topic', topic: id, language },
    }));
}

async function searchCases(
  text: string,
  page: Page,
  activity: Activity,
  { assistant, caseSearch }: TurnParts,
): Promise<ResultLine[] | string> {
  const locale = localeOf(activity);
  const found = await caseSearch.search({ personId: personIdOf(activity), locale }, text, page);
  if (!found) return assistant.sentence('caseNotModerator', locale);
  return found.map(({ id, language, question, state }) => ({
    title: question,
    text: state,
    value: { verb: 'case-show', case: id, language },
  }));
}
