import type { CallConnector } from './connectorHttp.js';

/** What of the Bot Connector's client botbuilder's adapter and this bot call. */
export interface Connector {
  conversations: {
    sendToConversation(conversationId: string, activity: object): Promise<unknown>;
    replyToActivity(conversationId: string, replyToId: string, activity: object): Promise<unknown>;
    updateActivity(conversationId: string, activityId: string, activity: object): Promise<unknown>;
    getConversationMember(conversationId: string, memberId: string): Promise<unknown>;
    createConversation(parameters: object): Promise<{ id: string }>;
  };
}

/**
 * The Bot Connector at a service URL. It stands in the place of botbuilder's own client, which is
 * made anew for each turn with twenty policies around every call: see docs/decisions/009.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function createConnector(serviceUrl: string, call: CallConnector): Connector {
  const base = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`;
  const activities = (conversationId: string): string =>
    `${base}/${encodeURIComponent(conversationId)}/activities`;
  const activityAt = (conversationId: string, activityId: string): string =>
    `${activities(conversationId)}/${encodeURIComponent(activityId)}`;
  return {
    conversations: {
      sendToConversation: (conversationId, body) =>
        call({ method: 'POST', url: activities(conversationId), body }),
      replyToActivity: (conversationId, replyToId, body) =>
        call({ method: 'POST', url: activityAt(conversationId, replyToId), body }),
      updateActivity: (conversationId, activityId, body) =>
        call({ method: 'PUT', url: activityAt(conversationId, activityId), body }),
      getConversationMember: (conversationId, memberId) =>
        call({
          method: 'GET',
          url: `${base}/${encodeURIComponent(conversationId)}/members/${encodeURIComponent(memberId)}`,
        }),
      createConversation: async (body) =>
        (await call({ method: 'POST', url: base, body })) as { id: string },
    },
  };
}
