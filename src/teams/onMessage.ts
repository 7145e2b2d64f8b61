import type { TurnContext } from 'botbuilder';
import type { TurnOutcome } from '../support/ports.js';
import type { Reply } from '../support/reply.js';
import { obeyPress } from './obeyPress.js';
import { readPress } from './readPress.js';
import { personIdOf, readQuestion } from './readQuestion.js';
import { replaceReply, sendReply } from './sendReply.js';
import { rememberShown } from './shownTopics.js';
import type { TurnParts } from './turnParts.js';

const ANSWER_CARD_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

/** A new message: a question, or a button of a client that only knows `Action.Submit`. */
export async function onMessage(context: TurnContext, parts: TurnParts): Promise<TurnOutcome> {
  const { activity } = context;
  if (activity.from?.role === 'bot') return 'event';
  if (activity.value !== undefined && activity.value !== null) {
    return onSubmit(context, parts);
  }
  const question = readQuestion(activity);
  const reply = await parts.assistant.ask(question);
  if (!reply) return 'silent';
  const messageId = await sendReply(context, reply, parts.cards);
  await rememberAnswer(context, parts, messageId, reply);
  return reply.outcome ?? 'command';
}

/** An edited message: the card that answered it is brought up to date, not joined by a second. */
export async function onMessageUpdate(
  context: TurnContext,
  parts: TurnParts,
): Promise<TurnOutcome> {
  const { activity } = context;
  const { eventType } = (activity.channelData ?? {}) as { eventType?: unknown };
  if (eventType !== undefined && eventType !== 'editMessage') return 'event';
  const earlier = await parts.memory.read<string>('answer-card', answerKey(context));
  const question = readQuestion(activity);
  // Whoever was answered once is in conversation with the bot, invited or not.
  const reply = await parts.assistant.ask(
    earlier === undefined ? question : { ...question, addressed: true },
  );
  if (!reply) return 'silent';
  const messageId =
    earlier === undefined
      ? await sendReply(context, reply, parts.cards)
      : await replaceReply(context, earlier, reply, parts.cards);
  await rememberAnswer(context, parts, messageId, reply);
  return reply.outcome ?? 'command';
}

async function onSubmit(context: TurnContext, parts: TurnParts): Promise<TurnOutcome> {
  const { activity } = context;
  const reply = await obeyPress(readPress(activity, activity.value), parts);
  if (typeof reply === 'string') {
    await context.sendActivity(reply);
    return 'button';
  }
  const messageId =
    activity.replyToId && reply.apart !== true
      ? await replaceReply(context, activity.replyToId, reply, parts.cards)
      : await sendReply(context, reply, parts.cards);
  await rememberShown(context, parts.memory, messageId, reply);
  return 'button';
}

/** Which message answered this one, for when it is edited; and what it shows. */
async function rememberAnswer(
  context: TurnContext,
  { memory }: TurnParts,
  messageId: string | undefined,
  reply: Reply,
): Promise<void> {
  if (messageId === undefined || reply.forgets === true) return;
  const { activity } = context;
  await Promise.all([
    activity.id !== undefined &&
      memory.write(
        'answer-card',
        answerKey(context),
        messageId,
        ANSWER_CARD_LIFETIME_MS,
        personIdOf(activity),
      ),
    rememberShown(context, memory, messageId, reply),
  ]);
}

function answerKey({ activity }: TurnContext): string {
  return `${activity.conversation.id}|${activity.id ?? ''}`;
}
