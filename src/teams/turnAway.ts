import { ActivityTypes, type TurnContext } from './botbuilder.js';
import { answerInvokeWithMessage } from './onInvoke.js';
import { botWasAdded } from './onInstalled.js';
import { localeOf, readQuestion } from './readQuestion.js';
import { sendReply } from './sendReply.js';
import type { TurnParts } from './turnParts.js';

export interface Reason {
  /** Names the string that says why. */
  key: string;
  /** To whom, or where, it is said once; and for how long that is enough. */
  onceIn: string;
  lifetimeMs: number;
}

/**
 * Does not do what was asked, and says why: to every button, since it waits for an answer, and
 * once to whoever spoke to the bot. Nobody else hears of it.
 */
export async function turnAway(
  context: TurnContext,
  { assistant, cards, memory }: TurnParts,
  { key, onceIn, lifetimeMs }: Reason,
): Promise<void> {
  const { activity } = context;
  const locale = localeOf(activity);
  if (activity.type === ActivityTypes.Invoke) {
    await answerInvokeWithMessage(context, assistant.sentence(key, locale));
    return;
  }
  const spoken = activity.type === ActivityTypes.Message && readQuestion(activity).addressed;
  if (!spoken && !botWasAdded(activity)) return;
  if (!(await memory.claim(key, onceIn, lifetimeMs))) return;
  await sendReply(context, assistant.notice(key, locale), cards);
}
