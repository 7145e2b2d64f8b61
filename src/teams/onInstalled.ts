import type { Activity, TurnContext } from 'botbuilder';
import type { TurnOutcome } from '../support/ports.js';
import { localeOf, personIdOf, placeOf } from './readQuestion.js';
import { sendReply } from './sendReply.js';
import type { TurnParts } from './turnParts.js';

/** The bot was added to a team, a chat, or by a person: it says hello, once. */
export async function onInstalled(context: TurnContext, parts: TurnParts): Promise<TurnOutcome> {
  const { activity } = context;
  if (!botWasAdded(activity)) return 'event';
  await parts.assistant.installed(placeOf(activity), personIdOf(activity));
  const welcome = await parts.assistant.welcome(placeOf(activity), localeOf(activity));
  if (welcome) await sendReply(context, welcome, parts.cards);
  return 'event';
}

/** Teams tells of an installation twice, in two ways; either may be missing. */
export function botWasAdded({ type, action, membersAdded, recipient }: Activity): boolean {
  if (type === 'installationUpdate') return action === 'add' || action === 'add-upgrade';
  return (
    Array.isArray(membersAdded) &&
    membersAdded.some((member) => member?.id !== undefined && member.id === recipient?.id)
  );
}
