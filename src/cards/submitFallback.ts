import { mapActions, submitFor } from './mapActions.js';

/**
 * Gives every `Action.Execute` in an expanded card an `Action.Submit` with the same data, for
 * clients that do not know universal actions. Templates need not repeat themselves.
 */
export function withSubmitFallbacks<T>(card: T): T {
  return mapActions(card, (action) =>
    action.fallback === undefined ? { ...action, fallback: submitFor(action) } : action,
  );
}
