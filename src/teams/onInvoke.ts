import type { TurnOutcome } from '../support/ports.js';
import { ActivityTypes, type TurnContext } from './botbuilder.js';
import type { InvokeAnswer, InvokeHandler } from './invokeAnswer.js';
import { resultMessage } from './messageExtension/extensionAnswers.js';
import { onMessageAction } from './messageExtension/onMessageAction.js';
import { onQuery } from './messageExtension/onQuery.js';
import { onSelectItem } from './messageExtension/onSelectItem.js';
import { dialogMessage, onDialog } from './onDialog.js';
import { obeyPress } from './obeyPress.js';
import { onThumbs } from './onThumbs.js';
import { readPress } from './readPress.js';
import { sendReply } from './sendReply.js';
import { rememberShown } from './shownTopics.js';
import type { TurnParts } from './turnParts.js';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

interface InvokeKind {
  handle: InvokeHandler;
  /** Answers with a message in the place of what was asked for. */
  tell: (message: string) => InvokeAnswer;
}

const inDialog: InvokeKind = { handle: onDialog, tell: dialogMessage };

/** The invokes that Teams sends, by name. */
const invokes = new Map<string, InvokeKind>([
  ['adaptiveCard/action', { handle: onCardAction, tell: cardMessage }],
  ['message/submitAction', { handle: onThumbs, tell: cardMessage }],
  ['task/fetch', inDialog],
  ['task/submit', inDialog],
  ['composeExtension/query', { handle: onQuery, tell: resultMessage }],
  ['composeExtension/selectItem', { handle: onSelectItem, tell: resultMessage }],
  ['composeExtension/fetchTask', { handle: onMessageAction, tell: dialogMessage }],
  ['composeExtension/submitAction', inDialog],
]);

/** An invoke waits for an answer in the HTTP response; unknown ones get "not implemented". */
export async function onInvoke(context: TurnContext, parts: TurnParts): Promise<TurnOutcome> {
  const invoke = invokes.get(context.activity.name ?? '');
  const answer = invoke ? await invoke.handle(context, parts) : { status: 501 };
  await answerInvoke(context, answer);
  return invoke ? 'button' : 'event';
}

/** When handling an invoke failed: a message appears where the answer would have. */
export async function answerInvokeWithMessage(
  context: TurnContext,
  message: string,
): Promise<void> {
  const { tell = cardMessage } = invokes.get(context.activity.name ?? '') ?? {};
  await answerInvoke(context, tell(message));
}

async function answerInvoke(context: TurnContext, answer: InvokeAnswer): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: answer });
}

/** A button of a card: the answer is the card that takes its place. */
async function onCardAction(context: TurnContext, parts: TurnParts): Promise<InvokeAnswer> {
  const { activity } = context;
  const { action } = (activity.value ?? {}) as { action?: unknown };
  const reply = await obeyPress(readPress(activity, action), parts);
  if (typeof reply === 'string') return cardMessage(reply);
  const { view } = reply;
  if (reply.apart === true) {
    const messageId = await sendReply(context, reply, parts.cards);
    await rememberShown(context, parts.memory, messageId, reply);
    return cardMessage(parts.assistant.sentence('dialogOwnSteps', view.language));
  }
  await rememberShown(context, parts.memory, activity.replyToId, reply);
  const card = parts.cards.render(view.card, view.language, view.data);
  return { status: 200, body: { statusCode: 200, type: CARD, value: card } };
}

/** Leaves the card as it is and lets a message appear on it. */
function cardMessage(message: string): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type: MESSAGE, value: message } };
}
