import type { ApiCode } from '../../http/api/apiError.js';
import type { ZipReason } from '../../support/editing/zipError.js';
import { ApiFailure } from './api.js';
import { isStringKey, type Say, type StringKey } from './say.js';

/** What went wrong, as a sentence for the person, in the tab's language. */
export function problemOf(err: unknown, say: Say): string {
  // This is how fetch tells that nobody answered.
  if (err instanceof TypeError) return say('error-offline');
  if (!(err instanceof ApiFailure)) return String(err);
  const { message, facts } = err;
  const { what, conflicts } = facts as { what?: string | number; conflicts?: readonly string[] };
  const key = keyOf(err);
  const values = { detail: message, what: what ?? '', files: conflicts?.join(', ') ?? '' };
  // A server newer than the page may have other reasons.
  return isStringKey(key) ? say(key, values) : message;
}

function keyOf({ status, code, facts }: ApiFailure): StringKey {
  if (status === 413) return 'error-too-large';
  const known = code as ApiCode;
  return known === 'zip-refused' ? `zip-${facts['reason'] as ZipReason}` : `error-${known}`;
}
