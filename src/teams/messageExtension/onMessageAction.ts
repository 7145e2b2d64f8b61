import * as v from 'valibot';
import type { Activity, TurnContext } from '../botbuilder.js';
import type { InvokeAnswer } from '../invokeAnswer.js';
import type { TurnParts } from '../turnParts.js';
import { askHelper } from './askHelper.js';
import { pressInDialog } from '../onDialog.js';
import { readPress } from '../readPress.js';
import { readQuestion } from '../readQuestion.js';
import { asMessage, ChosenMessage } from './chosenMessage.js';

const MessageAction = v.object({ commandId: v.string(), messagePayload: ChosenMessage });

type Action = (message: Activity, context: TurnContext, parts: TurnParts) => Promise<InvokeAnswer>;

/** What the manifest offers in the menu of a message, by its command's id. */
const actions = new Map<string, Action>([
  ['askHelper', askHelper],
  ['teach', teach],
]);

/** Somebody chose a command in the menu of a message: the answer is what the dialog shows. */
export async function onMessageAction(
  context: TurnContext,
  parts: TurnParts,
): Promise<InvokeAnswer> {
  const read = v.safeParse(MessageAction, context.activity.value);
  const act = read.success ? actions.get(read.output.commandId) : undefined;
  if (!read.success || !act) return { status: 400 };
  return act(asMessage(read.output.messagePayload, context.activity), context, parts);
}

/** "Add to the knowledge": opens the form in which a moderator says which topic answers this. */
function teach(message: Activity, _context: TurnContext, parts: TurnParts): Promise<InvokeAnswer> {
  const data = { phrase: readQuestion(message).text };
  return pressInDialog(readPress(message, { verb: 'teach-write', data }), parts);
}
