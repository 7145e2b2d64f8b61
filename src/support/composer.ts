import type { TakenMessage } from './outbox.js';
import type { Place } from './question.js';
import type { Reply } from './reply.js';

/** A message from the outbox in words. */
export interface ComposedMessage {
  place: Place;
  reply: Reply;
  /** The message in whose place it comes; where that one is gone, it is sent anew. */
  replaces?: string | undefined;
  /** Called once it was said, with the message's id where the channel gives one. */
  sent?(messageId: string | undefined): Promise<void>;
}

/** Says what a message says by now; undefined when there is nothing to say any more. */
export type Composer = (message: TakenMessage) => Promise<ComposedMessage | undefined>;
