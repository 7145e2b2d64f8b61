/** Whoever asked did not show who they are. The message names the reason and nothing of the token. */
export class SignInError extends Error {
  readonly code = 'sign-in-refused';

  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`Sign in first: ${reason}.`, options);
    this.name = 'SignInError';
  }
}
