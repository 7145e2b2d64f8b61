import type { DialogBook, Position, RestingStep, Step } from './types.js';

/** The two buttons of every step that waits. */
export const REMIND = 'remind';
export const WAITED = 'waited';

/** The step at a position, or undefined when the content has none (any more). */
export function stepAt({ dialogs }: Pick<DialogBook, 'dialogs'>, at: Position): Step | undefined {
  const steps = dialogs.get(at.dialog)?.steps;
  return steps && Object.hasOwn(steps, at.step) ? steps[at.step] : undefined;
}

/** The step at a position if a person can rest there. */
export function restingStepAt(
  book: Pick<DialogBook, 'dialogs'>,
  at: Position,
): RestingStep | undefined {
  const step = stepAt(book, at);
  return step && isResting(step) ? step : undefined;
}

/** Whether a step shows something; the others lead on by themselves. */
export function isResting(step: Step): step is RestingStep {
  return step.type !== 'branch' && step.type !== 'topic' && step.type !== 'dialog';
}

/** Whether the dialog is over there, for better or worse. */
export function isEnd(step: Step): boolean {
  return step.type === 'solved' || step.type === 'handOff';
}

/** The key of a step's answer. */
export function keyOf({ dialog, step }: Position): string {
  return `${dialog}/${step}`;
}

/** Whether two positions are the same step of the same dialog. */
export function samePlace(one: Position, other: Position): boolean {
  return one.dialog === other.dialog && one.step === other.step;
}
