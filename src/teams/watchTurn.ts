import type { BotParts, TurnHandler } from './bot.js';
import type { TurnContext } from './botbuilder.js';

/** Gives the turn a reference, which its log lines carry, and tells what became of it. */
export function watchTurn(
  parts: BotParts,
  next: TurnHandler,
): (context: TurnContext) => Promise<void> {
  return (context) => {
    const { id, type } = context.activity;
    const reference = parts.newReference();
    const log = parts.log.child({ reference });
    return parts.watch.turn(reference, async () => {
      const outcome = await next(context, { ...parts, log, reference });
      log.info({ activityId: id, activityType: type, outcome }, 'a turn ended');
      return outcome;
    });
  };
}
