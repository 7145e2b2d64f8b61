/** What the domain needs from outside; `store/` and tests implement it. */

/**
 * Small documents that must survive a restart: the thread's last topic, a chat's language, a
 * channel's silence. Every replica sees the same ones.
 */
export interface Memory {
  /** The document under `kind` and `id`, or undefined when there is none or its time has passed. */
  read<T>(kind: string, id: string): Promise<T | undefined>;
  /** Writes the document, replacing an earlier one; it is forgotten after `lifetimeMs`. */
  write(kind: string, id: string, value: unknown, lifetimeMs: number): Promise<void>;
  /** Deletes the document if it is there. */
  forget(kind: string, id: string): Promise<void>;
  /** True for the first caller only, until `lifetimeMs` have passed: for what must happen once. */
  claim(kind: string, id: string, lifetimeMs: number): Promise<boolean>;
}

/** Which activities were already handled, so that a second delivery is dropped. */
export interface ActivityLedger {
  /**
   * 'new' for the caller who may handle the activity; 'duplicate' when it was handled, or is being
   * handled by somebody who is still alive.
   */
  begin(key: string): Promise<'new' | 'duplicate'>;
  /** The activity was handled: later deliveries are duplicates, also after a restart. */
  finish(key: string): Promise<void>;
  /** Handling failed before anything was said: the next delivery may try again. */
  release(key: string): Promise<void>;
}

/** "This helped" or "this did not help", as pressed, typed or given with Teams' thumbs. */
export interface FeedbackEntry {
  topic: string;
  language: string;
  helped: boolean;
  /** Digest of the content that was served. */
  revision: string;
  /** Who, so that pressing twice counts once; forgotten with the person. */
  personId: string;
  /** The conversation it was given in. */
  conversationId: string;
}

export interface FeedbackStore {
  record(entry: FeedbackEntry): Promise<void>;
}

export type Clock = () => Date;

/** The part of a logger that the domain uses; pino fits. */
export interface Log {
  debug(context: object, message: string): void;
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}
