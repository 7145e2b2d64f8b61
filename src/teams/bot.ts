import type { BranchingLog, TurnOutcome, Watch } from '../support/ports.js';
import type { RateLimit } from '../support/rateLimit.js';
import { ActivityTypes, type TurnContext } from './botbuilder.js';
import { dropDuplicates } from './dropDuplicates.js';
import { errorBoundary } from './errorBoundary.js';
import { limitRate } from './limitRate.js';
import { onInstalled } from './onInstalled.js';
import { onInvoke } from './onInvoke.js';
import { onMessage, onMessageUpdate } from './onMessage.js';
import { stayAtHome } from './stayAtHome.js';
import type { TurnParts } from './turnParts.js';
import { watchTurn } from './watchTurn.js';

/** Handles one turn and says what became of it. */
export type TurnHandler = (context: TurnContext, parts: TurnParts) => Promise<TurnOutcome>;

export interface BotParts extends Omit<TurnParts, 'log' | 'reference'> {
  log: BranchingLog;
  watch: Watch;
  /** A fresh reference for a turn. */
  newReference: () => string;
  /** The teams in whose channels the bot speaks; empty for all. */
  allowedTeams: readonly string[];
  limits: { person: RateLimit; thread: RateLimit };
}

/** What happens to an activity, by its type; other types are none of the bot's business. */
const handlers = new Map<string, TurnHandler>([
  [ActivityTypes.Message, onMessage],
  [ActivityTypes.MessageUpdate, onMessageUpdate],
  [ActivityTypes.ConversationUpdate, onInstalled],
  [ActivityTypes.InstallationUpdate, onInstalled],
  [ActivityTypes.Invoke, onInvoke],
]);

const route: TurnHandler = async (context, parts) =>
  (await handlers.get(context.activity.type)?.(context, parts)) ?? 'event';

/** The bot: one function that handles a turn, whatever it brings. */
export function createBot(parts: BotParts): (context: TurnContext) => Promise<void> {
  const guarded = stayAtHome(parts.allowedTeams, limitRate(parts.limits, route));
  return watchTurn(parts, dropDuplicates(errorBoundary(guarded)));
}
