import { CardFactory, MessageFactory, type Activity, type TurnContext } from './botbuilder.js';
import type { CardRenderer } from '../cards/cardRenderer.js';
import type { Reply } from '../support/reply.js';
import { ConnectorError } from './connector/connectorError.js';
import { withRetries } from './outbound.js';

/** A message with a card and nothing else: text beside a card can be split off by Teams. */
export function messageOf(reply: Reply, cards: CardRenderer): Partial<Activity> {
  const { card, language, data } = reply.view;
  const message = MessageFactory.attachment(
    CardFactory.adaptiveCard(cards.render(card, language, data)),
  );
  message.summary = reply.summary;
  // Teams' own thumbs, under answers only: anything else cannot have helped or not.
  if (reply.topic !== undefined) message.channelData = { feedbackLoop: { type: 'default' } };
  return message;
}

/** How often a call to the connector is tried. */
type Attempt = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * Sends a reply into the thread of the turn.
 * @returns the id of the message, or undefined where the channel gives none.
 */
export async function sendReply(
  context: TurnContext,
  reply: Reply,
  cards: CardRenderer,
  attempt: Attempt = withRetries,
): Promise<string | undefined> {
  const message = messageOf(reply, cards);
  const response = await attempt(() => context.sendActivity(message));
  return response?.id;
}

/** Puts a reply in the place of an earlier message; sends it anew where that one is gone. */
export async function replaceReply(
  context: TurnContext,
  messageId: string,
  reply: Reply,
  cards: CardRenderer,
  attempt: Attempt = withRetries,
): Promise<string | undefined> {
  if (await updateReply(context, messageId, reply, cards, attempt)) return messageId;
  return sendReply(context, reply, cards, attempt);
}

/** Puts a reply in the place of an earlier message. @returns whether that one was still there */
export async function updateReply(
  context: TurnContext,
  messageId: string,
  reply: Reply,
  cards: CardRenderer,
  attempt: Attempt,
): Promise<boolean> {
  const message = { ...messageOf(reply, cards), id: messageId };
  try {
    await attempt(() => context.updateActivity(message));
    return true;
  } catch (err) {
    if (!(err instanceof ConnectorError) || err.statusCode !== 404) throw err;
    return false;
  }
}
