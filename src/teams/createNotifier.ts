import type { CardRenderer } from '../cards/cardRenderer.js';
import { NotDeliveredError } from '../support/delivery/notDeliveredError.js';
import type { Notifier } from '../support/ports.js';
import { isWorthAnother, retryAfterMs } from './outbound.js';
import { referenceTo } from './referenceTo.js';
import { replaceReply, sendReply } from './sendReply.js';
import type { TeamsAdapter } from './teamsAdapter.js';

/** Sends replies outside of turns, to wherever an earlier activity came from. */
export function createNotifier(
  continueAt: TeamsAdapter['continueAt'],
  cards: CardRenderer,
): Notifier {
  return {
    async notify(place, reply, replaces) {
      const reference = referenceTo(place);
      if (!reference) {
        throw new NotDeliveredError('Nobody knows how to reach that place.', { again: false });
      }
      let messageId: string | undefined;
      try {
        await continueAt(reference, async (context) => {
          messageId =
            replaces === undefined
              ? await sendReply(context, reply, cards, once)
              : await replaceReply(context, replaces, reply, cards, once);
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
  const { statusCode, code, message } = err as {
    statusCode?: number;
    code?: string;
    message?: string;
  };
  return new NotDeliveredError(
    statusCode === undefined
      ? (message ?? String(err))
      : `Teams answered ${statusCode}${code === undefined ? '' : `, ${code}`}.`,
    {
      // Nobody knows whether a call without an answer arrived: rather twice than never.
      again: statusCode === undefined || isWorthAnother(statusCode),
      retryAfterMs: retryAfterMs(err),
      cause: err,
    },
  );
}
