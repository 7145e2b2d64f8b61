import { createHash } from 'node:crypto';
import { ActivityTypes, type Activity } from './botbuilder.js';
import type { TurnOutcome } from '../support/ports.js';
import type { TurnHandler } from './bot.js';

/**
 * The Bot Service delivers an activity again when it has not heard back in 15 seconds: the second
 * delivery is acknowledged and dropped. Invokes are left alone, since each needs its answer. Where
 * the store cannot be asked, the activity is handled: an answer that comes twice is better than none.
 */
export function dropDuplicates(next: TurnHandler): TurnHandler {
  return async (context, parts) => {
    const { ledger, log } = parts;
    const key = deliveryKey(context.activity);
    if (key === undefined) return next(context, parts);
    const unlessAway = <T>(step: Promise<T>): Promise<T | undefined> =>
      step.catch((err: unknown) => {
        log.warn({ err }, 'could not note what becomes of an activity');
        return undefined;
      });
    if ((await unlessAway(ledger.begin(key))) === 'duplicate') return 'duplicate';
    let outcome: TurnOutcome;
    try {
      outcome = await next(context, parts);
    } catch (err) {
      await unlessAway(ledger.release(key));
      throw err;
    }
    // It has been handled, whether that could be noted or not.
    await unlessAway(ledger.finish(key));
    return outcome;
  };
}

/**
 * What tells deliveries apart; an edit keeps its message's id, so its text counts too. A digest,
 * since the name of a chat is that of a person.
 */
function deliveryKey(activity: Activity): string | undefined {
  const { type, id, conversation, text } = activity;
  if (id === undefined || type === ActivityTypes.Invoke) return undefined;
  const parts = [type, conversation.id, id, type === ActivityTypes.MessageUpdate ? text : ''];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
