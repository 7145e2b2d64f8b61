import { ActivityTypes, type TurnContext } from './botbuilder.js';
import { dropDuplicates } from './dropDuplicates.js';
import { errorBoundary } from './errorBoundary.js';
import { onInstalled } from './onInstalled.js';
import { onInvoke } from './onInvoke.js';
import { onMessage, onMessageUpdate } from './onMessage.js';
import type { TurnParts } from './turnParts.js';

/** Handles one turn. */
export type TurnHandler = (context: TurnContext, parts: TurnParts) => Promise<void>;

/** What happens to an activity, by its type; other types are none of the bot's business. */
const handlers = new Map<string, TurnHandler>([
  [ActivityTypes.Message, onMessage],
  [ActivityTypes.MessageUpdate, onMessageUpdate],
  [ActivityTypes.ConversationUpdate, onInstalled],
  [ActivityTypes.InstallationUpdate, onInstalled],
  [ActivityTypes.Invoke, onInvoke],
]);

const route: TurnHandler = async (context, parts) => {
  await handlers.get(context.activity.type)?.(context, parts);
};

/** The bot: one function that handles a turn, whatever it brings. */
export function createBot(parts: TurnParts): (context: TurnContext) => Promise<void> {
  const turn = dropDuplicates(errorBoundary(route));
  return (context) => turn(context, parts);
}
