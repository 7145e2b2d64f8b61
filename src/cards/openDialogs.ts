import { mapActions, submitFor } from './mapActions.js';

/**
 * Buttons whose data says `opens: "dialog"` open a dialog that only the person who presses sees,
 * where cards are read by more than one person; elsewhere they stay ordinary buttons.
 */
export function openDialogs<T>(card: T, shared: boolean): T {
  if (!shared) return card;
  return mapActions(card, (action) =>
    action.data?.['opens'] === 'dialog'
      ? submitFor(action, { msteams: { type: 'task/fetch' } })
      : action,
  );
}
