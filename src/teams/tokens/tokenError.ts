/** What is wrong with a token. */
export type TokenProblem =
  | 'missing'
  | 'malformed'
  | 'expired'
  | 'not yet valid'
  | 'wrong signature'
  | 'unknown key'
  | 'wrong audience'
  | 'wrong issuer'
  | 'wrong service URL'
  | 'not endorsed for the channel';

/** Whoever asked did not show that Teams sent them; nothing of the token is in the message. */
export class TokenError extends Error {
  readonly code = 'token-refused';

  constructor(
    readonly problem: TokenProblem,
    options?: ErrorOptions,
  ) {
    super(`The token is refused: ${problem}.`, options);
    this.name = 'TokenError';
  }
}
