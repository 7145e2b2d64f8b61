/** What people write that is nobody else's business; the first two let others into an account. */
export type PrivateKind =
  'password' | 'code' | 'personalNumber' | 'iban' | 'card' | 'email' | 'phone';

/** A stretch of a text, by its indexes as of `slice`. */
export interface Stretch {
  start: number;
  end: number;
}

/** Something private and where it stands; what it says is not repeated. */
export interface Finding extends Stretch {
  kind: PrivateKind;
}
