/** The issuer's keys cannot be had, so nobody's token can be checked: a matter of the network. */
export class KeysUnreachableError extends Error {
  readonly code = 'keys-unreachable';

  constructor(url: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The keys that tokens are checked with cannot be had from ${url}: ${reason}`, { cause });
    this.name = 'KeysUnreachableError';
  }
}
