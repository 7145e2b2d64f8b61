let lastId = Date.now();

/** A message in somebody's own chat with the bot, as Teams posts it; each with an id of its own. */
export function chatMessage(person: string, text: string, serviceUrl: string): object {
  return {
    type: 'message',
    id: String(++lastId),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person}`, name: person },
    recipient: { id: '28:bot', name: 'After EC Helper' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'tenant' },
    text,
  };
}
