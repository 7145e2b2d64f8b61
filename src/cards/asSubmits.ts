import { mapActions, submitFor } from './mapActions.js';

/**
 * Puts `Action.Submit` in the place of every `Action.Execute` of an expanded card: dialogs know no
 * universal actions.
 */
export function asSubmits<T>(card: T): T {
  return mapActions(card, (action) => submitFor(action));
}
