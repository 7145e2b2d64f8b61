/**
 * How Teams names a thread of a channel: the channel's id, this mark, and the id of the message
 * that opened it.
 */
export const THREAD_MARK = ';messageid=';

/** The channel that a thread is in; any other conversation itself. */
export function withoutThread(conversationId: string): string {
  return conversationId.split(THREAD_MARK, 1)[0] ?? conversationId;
}
