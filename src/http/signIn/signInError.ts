/** What was wrong with how somebody showed who they are; the tab acts on it. */
export type SignInReason = 'role-not-chosen' | 'name-refused' | 'token-refused';

/** Whoever asked did not show who they are. The message tells why and nothing of the token. */
export class SignInError extends Error {
  readonly code = 'sign-in-refused';

  constructor(
    readonly reason: SignInReason,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`Sign in first: ${detail}.`, options);
    this.name = 'SignInError';
  }
}
