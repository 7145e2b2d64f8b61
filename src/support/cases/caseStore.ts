import type { OutboxMessage } from '../outbox.js';
import type { Case, CaseEvent, CaseEventKind, CaseState } from './case.js';

/** Which cases to list. */
export interface CaseFilter {
  states?: readonly CaseState[] | undefined;
  /** A language in which somebody asked. */
  language?: string | undefined;
  claimedBy?: string | undefined;
  /** Words that what was asked holds, in large or small letters. */
  search?: string | undefined;
  openedBefore?: Date | undefined;
  /** Only cases to which nothing has happened since. */
  unchangedSince?: Date | undefined;
  /** Only cases to which this has never happened. */
  never?: CaseEventKind | undefined;
  /** Newest first where left out. */
  order?: 'newest' | 'most-asked' | undefined;
  /** How many to skip, and how many to give at most; 50 where left out. */
  offset?: number | undefined;
  limit?: number | undefined;
}

/** What a change of a case writes; all of it is committed together, or nothing. */
export interface CaseChange {
  /** The case as it shall be; its `version` is still the one that was read. */
  next: Case;
  event: CaseEvent;
  /** What has to be said because of it. */
  messages: readonly OutboxMessage[];
}

/** Cases and what happened to them. */
export interface CaseStore {
  /** Commits a new case, as version 1, with its event and its messages. @throws when its id is taken */
  open(change: CaseChange): Promise<Case>;
  /**
   * Commits a change of the version that was read.
   * @returns the case with its new version, or undefined when somebody else was first: nothing is
   * written then
   */
  change(change: CaseChange): Promise<Case | undefined>;
  /**
   * Commits what is decided on the case as it is at that moment: of many who amend a case at once,
   * each finds what the one before has made of it. What `decide` throws changes nothing.
   * @param decide what to write, or undefined to leave the case as it is; called once, without waiting
   * @returns the case as it is then, or undefined where there is none
   */
  amend(id: string, decide: (seen: Case) => CaseChange | undefined): Promise<Case | undefined>;
  read(id: string): Promise<Case | undefined>;
  /** The cases that fit, and how many fit in all. */
  list(filter: CaseFilter): Promise<{ cases: Case[]; total: number }>;
  /** The cases that a person asked, newest first, withdrawn ones left out. */
  ofPerson(personId: string): Promise<Case[]>;
  /** What happened to a case, oldest first. */
  history(id: string): Promise<CaseEvent[]>;
  /**
   * Takes a person's words, name and places out of every case; the case stays as a number. Whoever
   * was forgotten waits no more: a case that nobody else waits for is dismissed. What a forgotten
   * moderator had claimed is open again.
   * @param messageFor what has to be said about a case that changes by it
   */
  forget(personId: string, messageFor: (caseId: string) => OutboxMessage): Promise<void>;
  /** Takes words and people out of what was closed before that moment. @returns how many cases */
  emptyTexts(closedBefore: Date): Promise<number>;
  /** The cases that changed last, newest first, with their versions. */
  newestChanges(limit: number): Promise<Pick<Case, 'id' | 'version'>[]>;
  /** Tells when this or another process may have changed one. @returns how to stop listening */
  onNews(listener: () => void): () => void;
  /** How many cases are in each state. */
  counts(): Promise<Record<CaseState, number>>;
}
