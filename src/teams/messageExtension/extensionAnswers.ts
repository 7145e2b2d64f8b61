import { CardFactory } from '../botbuilder.js';
import type { InvokeAnswer } from '../invokeAnswer.js';

/** One line of a list of results; `value` comes back when a person selects it. */
export interface ResultLine {
  title: string;
  text: string;
  value: Record<string, string>;
}

/** A list of results: each becomes a card only when it is selected, which keeps the list small. */
export function resultList(lines: readonly ResultLine[]): InvokeAnswer {
  return results(
    lines.map(({ title, text, value }) => {
      const shown = { title: escapeHtml(title), text: escapeHtml(text) };
      const preview = CardFactory.thumbnailCard(shown.title, [], [], {
        text: shown.text,
        tap: { type: 'invoke', title, value },
      });
      return { ...CardFactory.thumbnailCard(shown.title, [], [], { text: shown.text }), preview };
    }),
  );
}

/** The card that is put into the message that the person is writing. */
export function resultCard(title: string, card: Record<string, unknown>): InvokeAnswer {
  const preview = CardFactory.thumbnailCard(escapeHtml(title));
  return results([{ ...CardFactory.adaptiveCard(card), preview }]);
}

/** A sentence in the place of the results. */
export function resultMessage(message: string): InvokeAnswer {
  return { status: 200, body: { composeExtension: { type: 'message', text: message } } };
}

function results(attachments: object[]): InvokeAnswer {
  const composeExtension = { type: 'result', attachmentLayout: 'list', attachments };
  return { status: 200, body: { composeExtension } };
}

/** Teams reads the texts of its own cards as HTML. */
function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
