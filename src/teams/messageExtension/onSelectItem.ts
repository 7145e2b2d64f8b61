import * as v from 'valibot';
import type { TurnContext } from '../botbuilder.js';
import type { InvokeAnswer } from '../invokeAnswer.js';
import { obeyPress } from '../obeyPress.js';
import { readPress } from '../readPress.js';
import type { TurnParts } from '../turnParts.js';
import { resultCard, resultMessage } from './extensionAnswers.js';

/** What a result shows, and the button that shows the same. */
const verbs = { topic: 'show-topic' };

const Selected = v.looseObject({ show: v.picklist(['topic']) });

/** A result was selected: its card goes into the message that the person is writing. */
export async function onSelectItem(context: TurnContext, parts: TurnParts): Promise<InvokeAnswer> {
  const { activity } = context;
  const selected = v.safeParse(Selected, activity.value);
  if (!selected.success) return { status: 400 };
  const { show, ...data } = selected.output;
  const press = readPress(activity, { verb: verbs[show], data });
  // Nothing stands in the thread until the person sends it.
  const reply = await obeyPress({ ...press, inDialog: true }, parts);
  if (typeof reply === 'string') return resultMessage(reply);
  const { card, language, data: values } = reply.view;
  return resultCard(reply.summary, parts.cards.render(card, language, { ...values, shared: true }));
}
