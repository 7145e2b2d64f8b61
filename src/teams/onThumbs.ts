import type { TurnContext } from 'botbuilder';
import type { InvokeAnswer } from './invokeAnswer.js';
import { personIdOf, placeOf } from './readQuestion.js';
import { recallShown } from './shownTopics.js';
import type { TurnParts } from './turnParts.js';

/**
 * Teams' own thumbs under a message, the invoke `message/submitAction`. They count like the buttons
 * on the card; what a person writes along with them is not kept, since it may say anything.
 */
export async function onThumbs(context: TurnContext, parts: TurnParts): Promise<InvokeAnswer> {
  const reaction = readReaction(context.activity.value);
  const shown = reaction && (await recallShown(context, parts.memory));
  if (shown) {
    const { activity } = context;
    await parts.assistant.rate({
      ...shown,
      helped: reaction === 'like',
      personId: personIdOf(activity),
      place: placeOf(activity),
    });
  }
  // Teams shows an error for anything else, and the person can do nothing about it.
  return { status: 200, body: {} };
}

function readReaction(value: unknown): 'like' | 'dislike' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { actionName, actionValue } = value as Record<string, unknown>;
  if (actionName !== 'feedback' || typeof actionValue !== 'object' || actionValue === null) {
    return undefined;
  }
  const { reaction } = actionValue as Record<string, unknown>;
  return reaction === 'like' || reaction === 'dislike' ? reaction : undefined;
}
