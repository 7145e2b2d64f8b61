import type { ConversationReference } from 'botbuilder';
import type { CardRenderer } from '../cards/cardRenderer.js';
import type { Notifier } from '../support/ports.js';
import { sendReply } from './sendReply.js';
import type { TeamsAdapter } from './teamsAdapter.js';

/** Nobody is there any more: the bot was removed, or the conversation deleted. */
const GONE = new Set([403, 404]);

/** Sends replies outside of turns, to wherever an earlier activity came from. */
export function createNotifier(
  continueAt: TeamsAdapter['continueAt'],
  cards: CardRenderer,
): Notifier {
  return {
    async notify({ address }, reply) {
      if (typeof address !== 'object' || address === null) return 'gone';
      try {
        await continueAt(address as Partial<ConversationReference>, async (context) => {
          await sendReply(context, reply, cards);
        });
        return 'sent';
      } catch (err) {
        const { statusCode } = err as { statusCode?: number };
        if (statusCode !== undefined && GONE.has(statusCode)) return 'gone';
        throw err;
      }
    },
  };
}
