import type { Request } from 'restify';
import type { Log } from '../support/ports.js';
import { createRateLimit } from '../support/rateLimit.js';
import { clientAddress } from './clientAddress.js';

/** Refusals an address may collect; Teams collects none. */
const REFUSALS_PER_MINUTE = 60;

export interface Refusals {
  /**
   * Logs one line for a refusal. Whoever has a good token gets in all the same: behind one address
   * there may be others than the one who floods.
   * @returns false once the address has collected too many
   */
  note(req: Request, status: number, problem: string): boolean;
}

/** Counts refusals by the address they came from, in this process. */
export function createRefusals({
  localMode,
  trustedProxies,
  log,
}: {
  localMode: boolean;
  trustedProxies: number;
  log: Log;
}): Refusals {
  // In local mode only this machine can knock, and it may try whatever it likes.
  const limit = createRateLimit(localMode ? 0 : REFUSALS_PER_MINUTE);
  return {
    note(req, status, problem) {
      if (!limit.take(clientAddress(req, trustedProxies))) return false;
      log.warn({ status, problem }, 'refused a request');
      return true;
    },
  };
}
