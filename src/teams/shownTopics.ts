import type { TurnContext } from 'botbuilder';
import type { Memory } from '../support/ports.js';
import type { Reply } from '../support/reply.js';
import { personIdOf, placeOf } from './readQuestion.js';

/** The topic that a message of the bot shows, and in which language. */
export interface ShownTopic {
  topic: string;
  language: string;
}

const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

/** Remembers what a message shows: Teams' thumbs tell only which message they are about. */
export async function rememberShown(
  context: TurnContext,
  memory: Memory,
  messageId: string | undefined,
  { topic, view }: Reply,
): Promise<void> {
  if (messageId === undefined || topic === undefined) return;
  const shown: ShownTopic = { topic, language: view.language };
  const personId = personIdOf(context.activity);
  await memory.write('shown-topic', keyOf(context, messageId), shown, LIFETIME_MS, personId);
}

/** What the message that the activity is about shows, if it was an answer. */
export async function recallShown(
  context: TurnContext,
  memory: Memory,
): Promise<ShownTopic | undefined> {
  const { replyToId } = context.activity;
  if (!replyToId) return undefined;
  return memory.read<ShownTopic>('shown-topic', keyOf(context, replyToId));
}

/** By room rather than by thread: an invoke does not always name the thread. */
function keyOf({ activity }: TurnContext, messageId: string): string {
  return `${placeOf(activity).roomId}|${messageId}`;
}
