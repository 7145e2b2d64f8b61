import * as v from 'valibot';
import type { TurnContext } from '../botbuilder.js';
import type { InvokeAnswer } from '../invokeAnswer.js';
import { obeyPress } from '../obeyPress.js';
import { readPress } from '../readPress.js';
import type { TurnParts } from '../turnParts.js';
import { resultCard, resultMessage } from './extensionAnswers.js';

/** The buttons that show what a result can show. */
const Selected = v.looseObject({ verb: v.picklist(['show-topic', 'case-show']) });

/** A result was selected: its card goes into the message that the person is writing. */
export async function onSelectItem(context: TurnContext, parts: TurnParts): Promise<InvokeAnswer> {
  const { activity } = context;
  const selected = v.safeParse(Selected, activity.value);
  if (!selected.success) return { status: 400 };
  const { verb, ...data } = selected.output;
  const press = readPress(activity, { verb, data });
  // Nothing stands in the thread until the person sends it.
  const reply = await obeyPress({ ...press, inDialog: true }, parts);
  if (typeof reply === 'string') return resultMessage(reply);
  const { card, language, data: values } = reply.view;
  return resultCard(reply.summary, parts.cards.render(card, language, { ...values, shared: true }));
}
