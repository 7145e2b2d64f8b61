/** Teams, or whoever gives out tokens for it, did not answer in time. */
export class DeliveryTimeoutError extends Error {
  readonly code = 'delivery-timeout';

  constructor(timeoutMs: number) {
    super(`Teams took longer than ${timeoutMs / 1000} s.`);
    this.name = 'DeliveryTimeoutError';
  }
}
