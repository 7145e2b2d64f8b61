import type { CardRenderer } from '../cards/cardRenderer.js';
import { NotDeliveredError } from '../support/delivery/notDeliveredError.js';
import type { Notifier } from '../support/ports.js';
import { ConnectorError } from './connector/connectorError.js';
import { isWorthAnother } from './outbound.js';
import { referenceTo } from './referenceTo.js';
import { replaceReply, sendReply, updateReply } from './sendReply.js';
import type { TeamsAdapter } from './teamsAdapter.js';

/** Sends replies outside of turns, to wherever an earlier activity came from. */
export function createNotifier(
  continueAt: TeamsAdapter['continueAt'],
  cards: CardRenderer,
): Notifier {
  return {
    async notify(place, reply, replaces, { anew = true } = {}) {
      const reference = referenceTo(place);
      if (!reference) {
        throw new NotDeliveredError('Nobody knows how to reach that place.', { again: false });
      }
      let messageId: string | undefined;
      try {
        await continueAt(reference, async (context) => {
          if (replaces === undefined) {
            messageId = await sendReply(context, reply, cards, once);
          } else if (anew) {
            messageId = await replaceReply(context, replaces, reply, cards, once);
          } else if (await updateReply(context, replaces, reply, cards, once)) {
            messageId = replaces;
          }
        });
      } catch (err) {
        throw notDelivered(err);
      }
      return messageId;
    },
  };
}

/** Another attempt is the outbox's matter, which waits in the store. */
const once = <T>(call: () => Promise<T>): Promise<T> => call();

function notDelivered(err: unknown): NotDeliveredError {
  if (!(err instanceof ConnectorError)) {
    const message = err instanceof Error ? err.message : String(err);
    // Nobody knows whether a call without an answer arrived: rather twice than never.
    return new NotDeliveredError(message, { again: true, cause: err });
  }
  const { statusCode, reason, retryAfterMs } = err;
  return new NotDeliveredError(
    `Teams answered ${statusCode}${reason === undefined ? '' : `, ${reason}`}.`,
    { again: isWorthAnother(statusCode), retryAfterMs, cause: err },
  );
}
