/**
 * The tables, in types that mean the same on SQLite and PostgreSQL: times are milliseconds since
 * 1970, JSON is text, yes and no are 1 and 0.
 */
export interface Tables {
  schema_version: { version: number; applied_at: number };
  document: { kind: string; id: string; value: string; expires_at: number };
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
  reminder: {
    id: string;
    due_at: number;
    person_id: string;
    conversation_id: string;
    place: string;
    payload: string;
    /** Until then it is in somebody's hands; 0 when it is in nobody's. */
    leased_until: number;
  };
}
