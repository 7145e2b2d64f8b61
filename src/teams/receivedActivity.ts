import type { Activity } from 'botbuilder';
import * as v from 'valibot';

/** Ids travel in addresses, headers and keys, which cannot hold these characters. */
const whole = v.check<string, string>(
  (text) => !/[\p{Surrogate}\p{Cc}]/u.test(text),
  'An id holds no control characters and no halves of others.',
);
/** Teams' longest are about 200 characters; addresses hold not much more. */
const LONGEST_ID = 500;
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID), whole);

const Account = v.looseObject({ id: Id });

/** The least that an activity must have to be handled; everything else is read with care. */
const Received = v.looseObject({
  type: v.pipe(v.string(), v.minLength(1)),
  id: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_ID), whole)),
  serviceUrl: v.pipe(v.string(), v.url()),
  channelId: v.optional(v.string()),
  conversation: v.looseObject({
    id: Id,
    conversationType: v.optional(v.nullable(v.string())),
  }),
  from: v.optional(v.nullable(Account)),
  recipient: v.optional(
    v.nullable(
      v.looseObject({ id: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_ID), whole)) }),
    ),
  ),
  text: v.optional(v.nullable(v.string())),
  locale: v.optional(v.nullable(v.string())),
  replyToId: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_ID), whole))),
  entities: v.optional(v.nullable(v.array(v.unknown()))),
  attachments: v.optional(v.nullable(v.array(v.unknown()))),
});

/**
 * Checks what came over the wire before anything relies on its shape.
 * @returns the activity, or a sentence that says what is wrong with it.
 */
export function readReceivedActivity(body: unknown): Activity | string {
  const result = v.safeParse(Received, body);
  if (result.success) return result.output as unknown as Activity;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}
