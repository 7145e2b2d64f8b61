import type { TurnHandler } from './bot.js';
import type { Activity } from './botbuilder.js';
import { placeOf } from './readQuestion.js';
import { turnAway } from './turnAway.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * In the channels of teams that are not its own the bot says so once, and nothing else.
 * @param allowedTeams thread ids or group ids; empty for all teams
 */
export function stayAtHome(allowedTeams: readonly string[], next: TurnHandler): TurnHandler {
  if (allowedTeams.length === 0) return next;
  return async (context, parts) => {
    const { activity } = context;
    if (isAtHome(activity, allowedTeams)) return next(context, parts);
    const { roomId } = placeOf(activity);
    await turnAway(context, parts, { key: 'notAtHome', onceIn: roomId, lifetimeMs: YEAR_MS });
    return 'refused';
  };
}

function isAtHome(activity: Activity, allowedTeams: readonly string[]): boolean {
  const { team } = (activity.channelData ?? {}) as { team?: Record<string, unknown> | null };
  if (!team && activity.conversation.conversationType !== 'channel') return true;
  return [team?.['id'], team?.['aadGroupId']].some(
    (id) => typeof id === 'string' && allowedTeams.includes(id),
  );
}
