import * as v from 'valibot';
import type { Activity } from '../botbuilder.js';
import { inThread } from '../readQuestion.js';

const Id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

/** A message as Teams hands it over with a command of its menu; attachments are not among it. */
export const ChosenMessage = v.object({
  id: Id,
  /** The message that opened the thread, on replies in a channel. */
  replyToId: v.optional(v.nullable(Id)),
  body: v.optional(v.nullable(v.object({ content: v.optional(v.nullable(v.string()), '') }))),
});

/** The message as an activity, as though whoever chose it had written it to the bot. */
export function asMessage(
  { id, replyToId, body }: v.InferOutput<typeof ChosenMessage>,
  activity: Activity,
): Activity {
  return {
    ...activity,
    type: 'message',
    id,
    text: body?.content ?? '',
    conversation: inThread(activity.conversation, replyToId ?? id),
  } as Activity;
}
