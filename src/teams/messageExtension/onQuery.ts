import * as v from 'valibot';
import type { TurnContext } from '../botbuilder.js';
import type { InvokeAnswer } from '../invokeAnswer.js';
import { localeOf } from '../readQuestion.js';
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

/** A page of a list of results. */
interface Page {
  skip: number;
  count: number;
}

type Search = (
  text: string,
  page: Page,
  context: TurnContext,
  parts: TurnParts,
) => ResultLine[] | Promise<ResultLine[]>;

/** The searches that the manifest offers, by their command's id. */
const searches = new Map<string, Search>([['searchTopics', searchTopics]]);

/** Somebody searches in the compose box; Teams asks again at every pause in the typing. */
export async function onQuery(context: TurnContext, parts: TurnParts): Promise<InvokeAnswer> {
  const query = v.safeParse(Query, context.activity.value);
  const search = query.success ? searches.get(query.output.commandId) : undefined;
  if (!query.success || !search) return { status: 400 };
  const { parameters, queryOptions } = query.output;
  // On the first run there is no text yet, but a parameter "initialRun".
  const typed = parameters.find(({ name }) => name === 'text')?.value ?? '';
  const text = String(typed).slice(0, LONGEST_TEXT);
  const lines = await search(text, queryOptions, context, parts);
  if (lines.length > 0 || queryOptions.skip > 0) return resultList(lines);
  return resultMessage(parts.assistant.sentence('searchNothing', localeOf(context.activity)));
}

function searchTopics(
  text: string,
  { skip, count }: Page,
  { activity }: TurnContext,
  { topicSearch }: TurnParts,
): ResultLine[] {
  return topicSearch
    .search(text, localeOf(activity))
    .slice(skip, skip + count)
    .map(({ id, language, title, answer }) => ({
      title,
      text: answer,
      value: { show: 'topic', topic: id, language },
    }));
}
