import type { TakenMessage } from './outbox.js';
import type { Place } from './question.js';
import type { Reply } from './reply.js';

/** A message from the outbox in words. */
export interface ComposedMessage {
  place: Place;
  reply: Reply;
  /** Not to be said before then: it is composed again when that moment has come. */
  notBefore?: Date | undefined;
  /** The message in whose place it comes; where that one is gone, it is sent anew. */
  replaces?: string | undefined;
  /** False where nothing is to be said if the one to replace is gone. */
  anew?: boolean | undefined;
  /**
   * Called once it was said, with the message's id where the channel gives one; a new one where the
   * one to replace was gone. If the program dies before, the message is composed and said again.
   */
  sent?(messageId: string | undefined): Promise<void>;
}

/**
 * Says what a message says by now; undefined when there is nothing to say any more.
 * @throws where it may work later: it is tried again then
 */
export type Composer = (message: TakenMessage) => Promise<ComposedMessage | undefined>;

/** Who composes the messages of each kind. */
export type Composers = Readonly<Record<string, Composer>>;
