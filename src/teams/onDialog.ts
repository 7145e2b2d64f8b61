import type { TurnContext } from 'botbuilder';
import { asSubmits } from '../cards/asSubmits.js';
import type { CardRenderer } from '../cards/cardRenderer.js';
import type { Press } from '../support/question.js';
import type { Reply } from '../support/reply.js';
import type { InvokeAnswer } from './invokeAnswer.js';
import { obeyPress } from './obeyPress.js';
import { readPress } from './readPress.js';
import type { TurnParts } from './turnParts.js';

/**
 * A dialog that only the person who pressed sees: `task/fetch` opens it, `task/submit` is each
 * button in it. The answer is the next card, or nothing, which closes it.
 */
export async function onDialog(context: TurnContext, parts: TurnParts): Promise<InvokeAnswer> {
  const { activity } = context;
  const { data } = (activity.value ?? {}) as { data?: unknown };
  return pressInDialog(readPress(activity, data), parts);
}

/** Does what a button asks for, and shows the reply in the dialog. */
export async function pressInDialog(press: Press, parts: TurnParts): Promise<InvokeAnswer> {
  const reply = await obeyPress({ ...press, inDialog: true }, parts);
  if (typeof reply === 'string') return dialogMessage(reply);
  return reply.closes ? { status: 200 } : dialogCard(reply, parts.cards);
}

/** The reply as the dialog's card. */
export function dialogCard({ view, summary }: Reply, cards: CardRenderer): InvokeAnswer {
  const card = asSubmits(cards.render(view.card, view.language, view.data));
  return {
    status: 200,
    body: {
      task: {
        type: 'continue',
        value: {
          title: summary,
          height: 'large',
          width: 'medium',
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
        },
      },
    },
  };
}

/** Puts a message in the place of the dialog's card. */
export function dialogMessage(message: string): InvokeAnswer {
  return { status: 200, body: { task: { type: 'message', value: message } } };
}
