import type { RateLimit } from '../support/rateLimit.js';
import type { TurnHandler } from './bot.js';
import { ActivityTypes } from './botbuilder.js';
import { personIdOf, placeOf } from './readQuestion.js';
import { turnAway } from './turnAway.js';

const ENOUGH_SAID_MS = 10 * 60 * 1000;

/** What people do; events of Teams are not counted against anybody. */
const BY_PEOPLE = new Set<string>([
  ActivityTypes.Message,
  ActivityTypes.MessageUpdate,
  ActivityTypes.Invoke,
]);

/** Lets nobody, and no thread, take all of the bot's time. */
export function limitRate(
  { person, thread }: { person: RateLimit; thread: RateLimit },
  next: TurnHandler,
): TurnHandler {
  return async (context, parts) => {
    const { activity } = context;
    if (!BY_PEOPLE.has(activity.type)) return next(context, parts);
    const personId = personIdOf(activity);
    const { conversationId } = placeOf(activity);
    if (!person.take(personId)) return refuse(`${conversationId}|${personId}`);
    if (!thread.take(conversationId)) return refuse(conversationId);
    return next(context, parts);

    async function refuse(onceIn: string): Promise<'refused'> {
      await turnAway(context, parts, {
        key: 'tooManyMessages',
        onceIn,
        lifetimeMs: ENOUGH_SAID_MS,
      });
      return 'refused';
    }
  };
}
