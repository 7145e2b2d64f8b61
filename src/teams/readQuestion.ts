import { TurnContext, type Activity } from './botbuilder.js';
import type { Place, Question } from '../support/question.js';
import { THREAD_MARK, withoutThread } from '../support/threadMark.js';
import { readMentions } from './mentions.js';

/** Longer messages are cut: a question does not need more, and matching should not wait for it. */
const MAX_TEXT_LENGTH = 4000;

/** A message activity as the domain sees it. */
export function readQuestion(activity: Activity): Question {
  const { text, botMentioned, othersMentioned } = readMentions(activity);
  const place = placeOf(activity);
  return {
    text: text.slice(0, MAX_TEXT_LENGTH),
    personId: personIdOf(activity),
    personName: personNameOf(activity),
    entraId: entraIdOf(activity),
    place,
    addressed: place.scope === 'personal' || botMentioned,
    forSomebodyElse: othersMentioned || quotesSomebody(activity),
    opensThread: opensThread(activity),
    locale: localeOf(activity),
    timeZone: timeZoneOf(activity),
  };
}

/** Where an activity took place; in a channel the conversation is the thread. */
export function placeOf(activity: Activity): Place {
  const conversationId = activity.conversation.id;
  const { user, ...address } = TurnContext.getConversationReference(activity);
  switch (activity.conversation.conversationType) {
    case 'channel':
      return {
        scope: 'channel',
        conversationId: threadIdOf(activity),
        roomId: channelIdOf(activity) ?? withoutThread(conversationId),
        teamId: teamIdOf(activity),
        address,
      };
    case 'groupChat':
      return { scope: 'group', conversationId, roomId: conversationId, address };
    default:
      return {
        scope: 'personal',
        conversationId,
        roomId: conversationId,
        // Elsewhere the conversation is not that person's, and may outlive what is known of them.
        address: { ...address, user },
      };
  }
}

/** The person who acted: the account's id, which is the same on every message. */
export function personIdOf(activity: Activity): string {
  return activity.from?.id ?? 'unknown';
}

/** The person's name as Teams shows it. */
export function personNameOf({ from }: Activity): string | undefined {
  return typeof from?.name === 'string' && from.name !== '' ? from.name.slice(0, 100) : undefined;
}

/** The person's object id in Entra, in small letters as sign-in has it. */
export function entraIdOf({ from }: Activity): string | undefined {
  const id: unknown = from?.aadObjectId;
  return typeof id === 'string' && id !== '' ? id.slice(0, 100).toLowerCase() : undefined;
}

/** The reader's locale, as the message or the client's own information states it. */
export function localeOf(activity: Activity): string | undefined {
  if (typeof activity.locale === 'string' && activity.locale !== '') return activity.locale;
  for (const entity of (activity.entities ?? []) as unknown[]) {
    if (typeof entity !== 'object' || entity === null) continue;
    const { type, locale } = entity as Record<string, unknown>;
    if (type === 'clientInfo' && typeof locale === 'string') return locale;
  }
  return undefined;
}

/** The reader's time zone, if the client tells one that exists. */
export function timeZoneOf({ localTimezone }: Activity): string | undefined {
  if (typeof localTimezone !== 'string' || localTimezone === '') return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: localTimezone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** The thread's id; a message that opens a thread is its own. */
function threadIdOf({ conversation, id }: Activity): string {
  if (conversation.id.includes(THREAD_MARK) || id === undefined) return conversation.id;
  return `${conversation.id}${THREAD_MARK}${id}`;
}

/** The same conversation, in the thread that this message opened; only channels have threads. */
export function inThread(
  conversation: Activity['conversation'],
  rootId: string,
): Activity['conversation'] {
  if (conversation.conversationType !== 'channel') return conversation;
  return { ...conversation, id: `${withoutThread(conversation.id)}${THREAD_MARK}${rootId}` };
}

function opensThread({ conversation, id }: Activity): boolean {
  if (conversation.conversationType !== 'channel') return true;
  const [, root] = conversation.id.split(THREAD_MARK);
  return root === undefined || root === id;
}

function channelIdOf({ channelData }: Activity): string | undefined {
  const id = (channelData as { channel?: { id?: unknown } | null } | null | undefined)?.channel?.id;
  return typeof id === 'string' ? id : undefined;
}

function teamIdOf({ channelData }: Activity): string | undefined {
  const id = (channelData as { team?: { id?: unknown } | null } | null | undefined)?.team?.id;
  return typeof id === 'string' ? id : undefined;
}

/** Teams marks a reply that quotes a message in the HTML that it sends along. */
function quotesSomebody({ attachments }: Activity): boolean {
  return ((attachments ?? []) as unknown[]).some((attachment) => {
    if (typeof attachment !== 'object' || attachment === null) return false;
    const { contentType, content } = attachment as Record<string, unknown>;
    if (contentType === 'messageReference') return true;
    return (
      typeof content === 'string' && /<blockquote[^<>]+schema\.skype\.com\/Reply/i.test(content)
    );
  });
}
