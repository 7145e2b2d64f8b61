import { NotDeliveredError } from '../../support/delivery/notDeliveredError.js';
import type { Activity, TurnContext } from '../botbuilder.js';
import type { InvokeAnswer } from '../invokeAnswer.js';
import { dialogCard, dialogMessage } from '../onDialog.js';
import { localeOf, readQuestion } from '../readQuestion.js';
import { rememberShown } from '../shownTopics.js';
import type { TurnParts } from '../turnParts.js';

/** Teams asks twice more when it has waited for 5 s; by then it has given up. */
const REPEATED_WITHIN_MS = 60_000;

/**
 * "Ask the helper": answers a message that somebody wrote, in its thread. Whoever chose the command
 * has asked; where the bot is no member, they alone see the answer.
 */
export async function askHelper(
  message: Activity,
  context: TurnContext,
  { assistant, cards, memory, notifier }: TurnParts,
): Promise<InvokeAnswer> {
  const question = {
    ...readQuestion(message),
    addressed: true,
    forSomebodyElse: false,
    quoted: true as const,
  };
  const tell = (key: string) => dialogMessage(assistant.sentence(key, localeOf(message)));
  if (question.text === '') return tell('askHelperNoText');
  const once = `${question.place.conversationId}|${message.id}`;
  if (!(await memory.claim('ask-helper', once, REPEATED_WITHIN_MS))) return tell('askHelperAgain');
  try {
    const reply = await assistant.ask(question);
    if (!reply) return tell('askHelperNoText');
    try {
      const messageId = await notifier.notify(question.place, reply);
      await rememberShown(context, memory, messageId, reply);
    } catch (err) {
      if (!(err instanceof NotDeliveredError)) throw err;
      return dialogCard(reply, cards);
    }
  } catch (err) {
    await memory.forget('ask-helper', once);
    throw err;
  }
  return tell('askHelperDone');
}
