import { isResting, keyOf, stepAt } from './steps.js';
import type { Dialog, DialogBook, Position, Step } from './types.js';

type Dialogs = Pick<DialogBook, 'dialogs'>;

/** A way on from a step: which choice or case leads along it, and where. */
export interface Way {
  /** The choice's id, "waited", or nothing where there is only one way. */
  by?: string;
  to: Position;
}

/** The ways on from a step; those of a jump lead into the other dialog. */
export function waysFrom({ dialogs }: Dialogs, from: Position, step: Step): Way[] {
  const here = (to: string): Position => ({ dialog: from.dialog, step: to });
  switch (step.type) {
    case 'question':
      return step.choices.map(({ id, to }) => ({ by: id, to: here(to) }));
    case 'form':
    case 'wait':
      return [{ to: here(step.to) }];
    case 'branch':
      return [
        ...step.cases.map(({ is, to }) => ({ by: is.join(', '), to: here(to) })),
        { to: here(step.otherwise) },
      ];
    case 'dialog': {
      const first = step.step ?? dialogs.get(step.dialog)?.start ?? '';
      return [{ to: { dialog: step.dialog, step: first } }];
    }
    default:
      return [];
  }
}

/** Every position of every dialog. */
export function* allPositions({ dialogs }: Dialogs): Generator<[Position, Step]> {
  for (const dialog of dialogs.values()) yield* positionsOf(dialog);
}

/** Every position of one dialog, with its step. */
export function positionsOf({ id, steps }: Dialog): [Position, Step][] {
  return Object.entries(steps).map(([step, value]) => [{ dialog: id, step }, value]);
}

/** The keys of the positions that can be reached from these, themselves included. */
export function reachableFrom(book: Dialogs, starts: readonly Position[]): Set<string> {
  const seen = new Set<string>();
  const open = [...starts];
  for (let place = open.pop(); place; place = open.pop()) {
    const step = stepAt(book, place);
    if (!step || seen.has(keyOf(place))) continue;
    seen.add(keyOf(place));
    open.push(...waysFrom(book, place, step).map(({ to }) => to));
  }
  return seen;
}

/** The keys of the positions from which one of the goals can be reached, the goals included. */
export function leadingTo(
  book: Dialogs,
  isGoal: (step: Step, place: Position) => boolean,
): Set<string> {
  const positions = [...allPositions(book)];
  const leading = new Set(
    positions.filter(([place, step]) => isGoal(step, place)).map(([place]) => keyOf(place)),
  );
  // Backwards until nothing is added: dialogs are small.
  for (let grown = true; grown;) {
    grown = false;
    for (const [place, step] of positions) {
      if (leading.has(keyOf(place))) continue;
      if (!waysFrom(book, place, step).some(({ to }) => leading.has(keyOf(to)))) continue;
      leading.add(keyOf(place));
      grown = true;
    }
  }
  return leading;
}

/** Whether steps on which nobody rests lead around in a circle from here. */
export function circlesAt(book: Dialogs, start: Position): boolean {
  const first = keyOf(start);
  const seen = new Set<string>();
  const open = [start];
  for (let place = open.pop(); place; place = open.pop()) {
    const step = stepAt(book, place);
    if (!step || isResting(step) || seen.has(keyOf(place))) continue;
    seen.add(keyOf(place));
    for (const { to } of waysFrom(book, place, step)) {
      if (keyOf(to) === first) return true;
      open.push(to);
    }
  }
  return false;
}
