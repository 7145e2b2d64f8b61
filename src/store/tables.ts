import type { QuestionOutcome } from '../support/insights/insightStore.js';
import type { CaseEventKind, CaseReason, CaseState, Asking } from '../support/cases/case.js';

/**
 * The tables, in types that mean the same on SQLite and PostgreSQL: times are milliseconds since
 * 1970, JSON is text, yes and no are 1 and 0.
 */
export interface Tables {
  schema_version: { version: number; applied_at: number };
  document: {
    kind: string;
    id: string;
    value: string;
    expires_at: number;
    /** Whom it is about: it goes with them. */
    person_id: string | null;
  };
  activity: {
    key: string;
    state: 'working' | 'done';
    /** The replica that is working on it, or did. */
    owner: string;
    /** Working: when the owner counts as dead. Done: when the row may go. */
    expires_at: number;
  };
  feedback: {
    person_id: string;
    conversation_id: string;
    topic: string;
    language: string;
    helped: number;
    revision: string;
    given_at: number;
  };
  /** Votes whose person was forgotten. */
  feedback_total: {
    topic: string;
    language: string;
    revision: string;
    helped: number;
    votes: number;
  };
  help_case: {
    id: string;
    version: number;
    state: CaseState;
    text: string;
    language: string;
    /** How many ask it, those who withdrew left out. */
    asked: number;
    guesses: string;
    claimed_by_id: string | null;
    claimed_by_name: string | null;
    answer: string | null;
    opened_at: number;
    changed_at: number;
    /** 1 once its texts' time has passed. */
    emptied: number;
  };
  asking: {
    id: string;
    case_id: string;
    position: number;
    person_id: string;
    person_name: string;
    conversation_id: string;
    place: string;
    text: string;
    /** The text in small letters, for searching: SQLite knows only those of English. */
    folded_text: string;
    language: string;
    reason: CaseReason;
    topic: string | null;
    asked_at: number;
    state: Asking['state'];
  };
  case_event: {
    case_id: string;
    /** The version of the case that came of it. */
    version: number;
    kind: CaseEventKind;
    by_id: string;
    by_name: string;
    happened_at: number;
    note: string | null;
  };
  outbox: {
    id: string;
    kind: string;
    queue: string;
    /** The place in its queue, one after the other. */
    position: number;
    lane: string;
    payload: string;
    person_id: string | null;
    /** When it was first wanted. */
    due_at: number;
    /** The same, or later when it was postponed. */
    not_before: number;
    attempts: number;
    /** The replica that is saying it; '' when nobody is, or when it was replaced meanwhile. */
    leased_by: string;
    /** Until then it is in somebody's hands; 0 when it is in nobody's. */
    leased_until: number;
    reason: string | null;
    /** When it was given up on. */
    died_at: number | null;
  };
  question_count: {
    /** By UTC, such as "2026-11-24". */
    day: string;
    outcome: QuestionOutcome;
    topic: string;
    language: string;
    count: number;
  };
  /** When something was said in a lane; an hour of it. */
  lane_use: { lane: string; used_at: number };
  /** Texts of content files, by their SHA-256. */
  content_text: { hash: string; text: string };
  revision: {
    number: number;
    digest: string;
    author: string;
    note: string;
    made_at: number;
    based_on: number | null;
    in_folders: number;
    judged_by: string | null;
    /** Path → hash of its text. */
    files: string;
  };
}
