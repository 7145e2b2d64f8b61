/** What the bot says on its own account waits in the outbox until it has been said. */

/** A message to be sent; what it says is composed when it is sent, from what is true then. */
export interface OutboxMessage {
  /**
   * Chosen by the caller; putting it again while it waits replaces the earlier one, in its place.
   * While that is being said, the new one is said after it; where it lies dead, it lives again.
   */
  id: string;
  /** Who composes it, such as 'case-card' or 'check-back'. */
  kind: string;
  /** Messages of one queue are sent one after the other, in the order they were put. */
  queue: string;
  /** The conversation it goes to: how often a conversation may be written to is limited. */
  lane: string;
  /** Whatever JSON the composer needs. */
  payload: unknown;
  /** Not before then; at once where left out. */
  dueAt?: Date | undefined;
  /** Whom it is about or for: forgotten with the person. */
  personId?: string | undefined;
}

/** A message in the hands of a sender. */
export interface TakenMessage extends OutboxMessage {
  /** When it was first wanted. */
  dueAt: Date;
  /** How often it was tried before. */
  attempts: number;
}

/** A message that could not be sent, and why. */
export interface DeadLetter extends OutboxMessage {
  reason: string;
  diedAt: Date;
}

/** So many messages in so many milliseconds. */
export interface LaneLimit {
  most: number;
  withinMs: number;
}

/**
 * The outbox; each message is handed to one replica at a time. Whoever took one says what became of
 * it; from anybody else that is not heard, since another may have it by then.
 */
export interface Outbox {
  put(...messages: readonly OutboxMessage[]): Promise<void>;
  /**
   * Up to `limit` messages that are due and first in their queue, oldest first, but none of
   * `exceptLanes`. They are the caller's for one minute; after that they come again, since the
   * caller may have died.
   */
  take(limit: number, exceptLanes?: readonly string[]): Promise<TakenMessage[]>;
  /**
   * Counts one message into a lane, unless a limit would be passed by all replicas together; no
   * limit looks back further than an hour.
   * @returns 0 when it was counted, or the milliseconds until there is room
   */
  book(lane: string, limits: readonly LaneLimit[]): Promise<number>;
  /** It was said, or need not be any more. */
  done(id: string): Promise<void>;
  /**
   * It comes again at `until`, and so does what waits behind it. With a reason it was tried and
   * counts as an attempt; without one it was only handed back.
   */
  postpone(id: string, until: Date, reason?: string): Promise<void>;
  /** It cannot be said: it lies aside, and its queue goes on. */
  bury(id: string, reason: string): Promise<void>;
  dead(): Promise<DeadLetter[]>;
  /** Puts a dead letter at the end of its queue again. @returns whether there was one */
  retry(id: string): Promise<boolean>;
  /** Takes back a message, also a dead letter. @returns whether there was one */
  cancel(id: string): Promise<boolean>;
  forget(personId: string): Promise<void>;
  /** How much is due and waits, for how long (seconds), and how much lies dead. */
  depth(): Promise<{ waiting: number; oldestSeconds: number; dead: number }>;
  /** Tells when something was put by this replica. @returns how to stop listening */
  onPut(listener: () => void): () => void;
}
