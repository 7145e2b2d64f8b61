import { ActivityTypes } from './botbuilder.js';
import type { TurnHandler } from './bot.js';
import { answerInvokeWithMessage } from './onInvoke.js';
import { localeOf } from './readQuestion.js';
import { sendReply } from './sendReply.js';

/**
 * The one boundary of a turn: whatever is thrown inside, whoever wrote or pressed gets an apology
 * with a reference, and the log has the context under it. What nobody waits for, such as an edit, is
 * logged alone. Throws only when the apology could not be said.
 */
export function errorBoundary(next: TurnHandler): TurnHandler {
  return async (context, parts) => {
    try {
      return await next(context, parts);
    } catch (err) {
      const { activity } = context;
      const { reference } = parts;
      parts.log.error(
        {
          err,
          activityId: activity.id,
          activityType: activity.type,
          conversationId: activity.conversation.id,
        },
        'a turn failed',
      );
      const locale = localeOf(activity);
      if (activity.type === ActivityTypes.Invoke) {
        const apology = parts.assistant.sentence('apologyShort', locale, { reference });
        await answerInvokeWithMessage(context, apology);
      } else if (activity.type === ActivityTypes.Message) {
        await sendReply(context, parts.assistant.apologise(reference, locale), parts.cards);
      }
      return 'failed';
    }
  };
}
