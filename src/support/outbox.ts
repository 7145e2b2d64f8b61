/** What the bot says on its own account waits in the outbox until it has been said. */

/** A message to be sent; what it says is composed when it is sent, from what is true then. */
export interface OutboxMessage {
  /** Chosen by the caller; putting it again while it waits replaces the earlier one. */
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
  /** How often it was tried before. */
  attempts: number;
}

/** A message that could not be sent, and why. */
export interface DeadLetter extends OutboxMessage {
  reason: string;
  diedAt: Date;
}

export interface OutboxFilter {
  id?: string;
  personId?: string;
  lane?: string;
}

/** The outbox; each message is handed to one replica at a time. */
export interface Outbox {
  put(...messages: readonly OutboxMessage[]): Promise<void>;
  /**
   * Up to `limit` messages that are due and first in their queue, oldest first. They are the
   * caller's for one minute; after that they come again, since the caller may have died.
   */
  take(now: Date, limit: number): Promise<TakenMessage[]>;
  /** It was said, or need not be any more. */
  done(id: string): Promise<void>;
  /** It comes again at `until`, and so does what waits behind it. */
  postpone(id: string, until: Date, reason: string): Promise<void>;
  /** It cannot be said: it lies aside, and its queue goes on. */
  bury(id: string, reason: string): Promise<void>;
  dead(): Promise<DeadLetter[]>;
  /** Puts a dead letter at the end of its queue again. @returns whether there was one */
  retry(id: string): Promise<boolean>;
  /** Takes back what fits. @throws TypeError when the filter is empty */
  cancel(filter: OutboxFilter): Promise<number>;
  forget(personId: string): Promise<void>;
  /** How much waits, for how long (seconds), and how much lies dead. */
  depth(now: Date): Promise<{ waiting: number; oldestSeconds: number; dead: number }>;
}
