/** What the domain needs from outside; `store/` and tests implement it. */

import type { Place } from './question.js';
import type { Reply, ReplyOutcome } from './reply.js';

/**
 * Small documents that must survive a restart: the thread's last topic, a chat's language, a
 * channel's silence. Every replica sees the same ones.
 */
export interface Memory {
  /** The document under `kind` and `id`, or undefined when there is none or its time has passed. */
  read<T>(kind: string, id: string): Promise<T | undefined>;
  /**
   * Notes the document, replacing an earlier one; it is forgotten after `lifetimeMs`, and with the
   * person whom it is about, where there is one. The end of the program cannot undo it; when the
   * machine fails, the last moment's notes may be lost: this is for what nobody was promised.
   */
  write(
    kind: string,
    id: string,
    value: unknown,
    lifetimeMs: number,
    personId?: string,
  ): Promise<void>;
  /** The same for what somebody counts on: fulfilled once the disk has it. */
  keep: Memory['write'];
  /** Deletes the document if it is there. */
  forget(kind: string, id: string): Promise<void>;
  /** Deletes every document about a person. */
  forgetPerson(personId: string): Promise<void>;
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

/** How often a topic's answer helped and did not, in one language. */
export interface FeedbackCount {
  topic: string;
  language: string;
  helped: number;
  notHelped: number;
}

export interface FeedbackStore {
  /** One vote for each person, conversation and topic: the last one wins. */
  record(entry: FeedbackEntry): Promise<void>;
  /** By topic, then language; votes of people who were forgotten since are still counted. */
  counts(): Promise<FeedbackCount[]>;
  /** Deletes who voted and where; only the numbers stay. */
  forget(personId: string): Promise<void>;
  /** The same for votes given before that moment, whoever gave them. @returns how many */
  forgetGivenBefore(moment: Date): Promise<number>;
}

/** Who belongs to a channel; asked of Teams each time, since people come and go. */
export interface Roster {
  /**
   * What Teams knows of a person in a place: undefined when they are no member of it; `isOwner` is
   * undefined where Teams does not tell roles.
   */
  member(place: Place, personId: string): Promise<{ isOwner: boolean | undefined } | undefined>;
  /**
   * The 1:1 chat with somebody who was met in a place; undefined where they cannot be written to
   * alone.
   */
  privatePlace(place: Place, personId: string): Promise<Place | undefined>;
}

/** Says something on the bot's own account, outside a turn. */
export interface Notifier {
  /**
   * Says it, without another attempt.
   * @param replaces the id of the message whose place it takes; where that one is gone, it is said
   * anew, unless `anew` is false
   * @returns the id by which Teams knows the message, where it has one; undefined also where nothing
   * was said
   * @throws NotDeliveredError
   */
  notify(
    place: Place,
    reply: Reply,
    replaces?: string,
    options?: { anew?: boolean | undefined },
  ): Promise<string | undefined>;
}

export type Clock = () => Date;

/** The part of a logger that the domain uses; pino fits. */
export interface Log {
  debug(context: object, message: string): void;
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}

/** A log whose lines can be marked: every line of a child carries `bindings`. pino fits. */
export interface BranchingLog extends Log {
  child(bindings: object): Log;
}

/** What became of a turn, for the figures. */
export type TurnOutcome =
  | ReplyOutcome
  | 'silent'
  /** Something happened that asks for no answer: a member joined, a message was liked. */
  | 'event'
  | 'duplicate'
  | 'refused'
  | 'failed';

/** Measures the work while it goes on; `watching/` tells the figures. */
export interface Watch {
  /** Runs a turn and counts what became of it; `reference` finds it in the log and in traces. */
  turn(reference: string, run: () => Promise<TurnOutcome>): Promise<void>;
  /** Runs what the bot says on its own account, which is nobody's turn. */
  delivery<T>(run: () => Promise<T>): Promise<T>;
  /** Runs a step of the work: a question to the matcher or the store, a call to Teams. */
  step<T>(step: 'matching' | 'store' | 'send', run: () => T): T;
  /** Teams did not take a call: an HTTP status, "timeout", "network" or "queue full". */
  deliveryFailed(status: string): void;
}
