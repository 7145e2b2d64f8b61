import type { TurnContext } from './botbuilder.js';
import type { Roster } from '../support/ports.js';
import type { Place } from '../support/question.js';
import { withoutThread } from '../support/threadMark.js';
import { referenceTo } from './referenceTo.js';
import { ConnectorError } from './connector/connectorError.js';
import type { Connector } from './connector/createConnector.js';
import { withRetries } from './outbound.js';
import type { TeamsAdapter } from './teamsAdapter.js';

/** Asks Teams who belongs to a place; membership is that of the channel, not of a thread in it. */
export function createRoster(continueAt: TeamsAdapter['continueAt']): Roster {
  return {
    async member(place: Place, personId: string) {
      const reference = referenceTo(place);
      if (!reference) return undefined;
      const channel = withoutThread(place.conversationId);
      let found: { isOwner: boolean | undefined } | undefined;
      await continueAt(reference, async (context) => {
        const connector = connectorOf(context);
        try {
          const member = await withRetries(() =>
            connector.conversations.getConversationMember(channel, personId),
          );
          found = { isOwner: isOwner(member) };
        } catch (err) {
          // 403: the bot itself is not there any more, so nobody can be asked about.
          if (!(err instanceof ConnectorError) || ![403, 404].includes(err.statusCode)) throw err;
        }
      });
      return found;
    },

    async privatePlace(place: Place, personId: string) {
      if (place.scope === 'personal') return place;
      const reference = referenceTo(place);
      if (!reference) return undefined;
      let alone: Place | undefined;
      await continueAt(reference, async (context) => {
        const { bot, conversation } = reference;
        const tenantId = conversation?.tenantId;
        try {
          const { id } = await withRetries(() =>
            connectorOf(context).conversations.createConversation({
              isGroup: false,
              bot,
              members: [{ id: personId }],
              tenantId,
              channelData: { tenant: { id: tenantId } },
            }),
          );
          const chat = { id, conversationType: 'personal', isGroup: false, tenantId };
          const address = { ...reference, conversation: chat, activityId: undefined };
          alone = { scope: 'personal', conversationId: id, roomId: id, address };
        } catch (err) {
          // They have blocked the bot, or it may not write to people alone.
          const refused = err instanceof ConnectorError ? err.statusCode : 0;
          if (refused < 400 || refused > 404) throw err;
        }
      });
      return alone;
    },
  };
}

function connectorOf(context: TurnContext): Connector {
  const key = (context.adapter as unknown as { ConnectorClientKey: symbol }).ConnectorClientKey;
  return context.turnState.get<Connector>(key);
}

/** Teams tells a role of some members only; undefined where it tells none. */
function isOwner(member: unknown): boolean | undefined {
  const { userRole, role, roles } = (member ?? {}) as Record<string, unknown>;
  const told = [userRole, role, ...(Array.isArray(roles) ? (roles as unknown[]) : [])].filter(
    (each) => typeof each === 'string' && each !== '',
  );
  return told.length === 0
    ? undefined
    : told.some((each) => String(each).toLowerCase() === 'owner');
}
