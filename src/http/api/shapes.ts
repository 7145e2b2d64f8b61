import * as v from 'valibot';

/** What several routes ask for. */

export const CaseId = v.pipe(
  v.string(),
  v.regex(/^[A-Z0-9]{4,12}$/, 'The id of a case is letters and digits, such as C7K3M9.'),
);

export const Version = v.pipe(v.number(), v.integer(), v.minValue(1));

export const Language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2}$/, 'A language is two letters, such as en.'),
);

export const TopicId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'The id of a topic is words joined by hyphens.'),
  v.maxLength(60),
);

/** The number of a revision, in an address. */
export const RevisionInPath = v.object({
  number: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
});

/** The longest text of a content file, in characters. */
export const MAX_FILE_TEXT = 512 * 1024;

/** A path of content: nothing that could leave its folders. */
export const ContentPath = v.pipe(
  v.string(),
  v.regex(
    /^(knowledge|cards|dialogs)(\/[a-z0-9_-]+){1,3}\.json$/,
    'A content file is named like knowledge/topics/no-sms.json.',
  ),
  v.maxLength(120),
);

export const Answer = v.variant('kind', [
  v.object({
    kind: v.literal('text'),
    text: v.pipe(v.string(), v.trim(), v.minLength(1, 'Write an answer.'), v.maxLength(4000)),
    language: Language,
  }),
  v.object({ kind: v.literal('topic'), topic: TopicId }),
]);

/** A question to try. */
export const Asked = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000));

/** A whole number in a query. */
export const Count = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.maxValue(most));
