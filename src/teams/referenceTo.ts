import type { ConversationReference } from 'botbuilder';
import type { Place } from '../support/question.js';

/** How botbuilder reaches a place; undefined where nobody knows. */
export function referenceTo({
  address,
  conversationId,
}: Place): Partial<ConversationReference> | undefined {
  if (typeof address !== 'object' || address === null) return undefined;
  const reference = address as Partial<ConversationReference>;
  // The place says which thread it is: a message that opens one does not always name its own.
  const conversation = { ...reference.conversation, id: conversationId };
  return { ...reference, conversation: conversation as ConversationReference['conversation'] };
}
