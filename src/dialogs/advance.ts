import { checkForm } from './checkForm.js';
import { keyOf, REMIND, restingStepAt, samePlace, stepAt, WAITED } from './steps.js';
import type {
  DialogBook,
  DialogEffect,
  DialogInput,
  DialogOutcome,
  DialogState,
  Position,
} from './types.js';

/** Branches and jumps in a row; content that passes the check never comes near it. */
const MAX_HOPS = 50;
/** How many steps Back remembers. */
const MAX_HISTORY = 100;

/**
 * Carries a dialog on: a pure function, so that a state from the store, a button on an old card and
 * another replica all lead to the same step. It never throws: what means nothing any more leads to
 * the step where the person is, or else to the start.
 *
 * @param state how far this person had come; undefined when nothing is known of them
 */
export function advance(
  book: DialogBook,
  state: DialogState | undefined,
  input: DialogInput,
): DialogOutcome {
  const here = state && restingStepAt(book, state) ? state : undefined;
  switch (input.kind) {
    case 'stop':
      return { state: undefined, effects: [{ kind: 'stopped' }] };
    case 'start':
      return start(book, input.dialog) ?? stay(here);
    case 'resume':
      return here ? stay(here) : (start(book, input.dialog) ?? stay(here));
    case 'startOver':
      return start(book, input.dialog ?? here?.dialog) ?? stay(here);
    case 'back': {
      const base = standingAt(book, here, input);
      return base ? stay(goBack(book, base)) : (start(book, input.dialog) ?? stay(here));
    }
    case 'choice':
    case 'form': {
      const base = standingAt(book, here, input);
      if (!base) return here ? stay(here) : (start(book, input.dialog) ?? stay(here));
      return answer(book, base, input);
    }
  }
}

/** The person stays where they are; where they are nowhere, there is nothing to show. */
function stay(state: DialogState | undefined): DialogOutcome {
  return { state, effects: state ? [] : [{ kind: 'gone' }] };
}

function start(book: DialogBook, dialog: string | undefined): DialogOutcome | undefined {
  const first = dialog === undefined ? undefined : book.dialogs.get(dialog)?.start;
  if (dialog === undefined || first === undefined) return undefined;
  const state = { dialog, step: first, answers: {}, forms: {}, history: [] };
  return restingStepAt(book, state) ? { state, effects: endingOf(book, state) } : undefined;
}

/**
 * The state as if the person stood on the step that a button belongs to. A step they came through
 * takes them back there; any other is taken as one step further. Without a step, it is where they
 * are. Undefined when the step does not exist any more.
 */
function standingAt(
  book: DialogBook,
  state: DialogState | undefined,
  { dialog, step }: Partial<Position>,
): DialogState | undefined {
  if (dialog === undefined || step === undefined) return state;
  const place = { dialog, step };
  if (!restingStepAt(book, place)) return undefined;
  if (!state) return { ...place, answers: {}, forms: {}, history: [] };
  if (samePlace(state, place)) return state;
  const before = state.history.findLastIndex((passed) => samePlace(passed, place));
  if (before >= 0) return { ...state, ...place, history: state.history.slice(0, before) };
  return { ...state, ...place, history: passing(state) };
}

function goBack(book: DialogBook, state: DialogState): DialogState {
  const earlier = state.history.findLastIndex((passed) => restingStepAt(book, passed));
  const to = state.history[earlier];
  if (to) {
    return {
      ...state,
      ...to,
      answers: without(state, to),
      history: state.history.slice(0, earlier),
    };
  }
  // Whoever came in by an old card has no way behind them: back is then the beginning.
  return start(book, state.dialog)?.state ?? state;
}

function answer(
  book: DialogBook,
  state: DialogState,
  input: Extract<DialogInput, { kind: 'choice' | 'form' }>,
): DialogOutcome {
  const step = stepAt(book, state);
  if (input.kind === 'form') {
    if (step?.type !== 'form') return stay(state);
    const { values, problems } = checkForm(step.fields, input.values);
    const filled = { ...state, forms: { ...state.forms, [keyOf(state)]: values } };
    if (problems.length > 0) return { state: filled, effects: [{ kind: 'invalid', problems }] };
    return arrive(book, filled, step.to);
  }
  const answered = {
    ...state,
    answers: { ...state.answers, [keyOf(state)]: input.choice },
  };
  if (step?.type === 'question') {
    const choice = step.choices.find(({ id }) => id === input.choice);
    return choice ? arrive(book, answered, choice.to) : stay(state);
  }
  if (step?.type === 'wait' && input.choice === WAITED) return arrive(book, answered, step.to);
  if (step?.type === 'wait' && input.choice === REMIND) {
    const { dialog } = state;
    const wish = { kind: 'remind', afterMinutes: step.minutes, dialog, step: state.step } as const;
    return { state: answered, effects: [wish] };
  }
  return stay(state);
}

/** Goes on to a step of the same dialog, through branches and jumps, until the person can rest. */
function arrive(book: DialogBook, from: DialogState, next: string): DialogOutcome {
  let place: Position = { dialog: from.dialog, step: next };
  for (let hops = 0; hops < MAX_HOPS; hops += 1) {
    const step = stepAt(book, place);
    if (!step) break;
    if (step.type === 'topic') return { state: from, effects: [{ kind: 'topic', id: step.topic }] };
    if (step.type === 'branch') {
      const { dialog } = place;
      const fitting = step.cases.find((each) =>
        each.is.includes(from.answers[keyOf({ dialog, step: each.step })] ?? ''),
      );
      place = { dialog, step: fitting?.to ?? step.otherwise };
    } else if (step.type === 'dialog') {
      const first = step.step ?? book.dialogs.get(step.dialog)?.start ?? '';
      place = { dialog: step.dialog, step: first };
    } else {
      const state = { ...from, ...place, answers: without(from, place), history: passing(from) };
      return { state, effects: endingOf(book, state) };
    }
  }
  // Only content that fails the check leads here; the person is better off with the same step.
  return stay(from);
}

function endingOf(book: DialogBook, at: Position): DialogEffect[] {
  const step = stepAt(book, at);
  if (step?.type === 'solved') return [{ kind: 'solved' }];
  const handOff =
    step?.type === 'handOff' && (step.handOff ?? book.dialogs.get(at.dialog)?.handOff);
  return handOff ? [{ kind: 'handOff', ...handOff }] : [];
}

/** The history with the present step at its end. */
function passing({ history, dialog, step }: DialogState): Position[] {
  return [...history, { dialog, step }].slice(-MAX_HISTORY);
}

/** The answers without the one given at a step: it is about to be given anew. */
function without({ answers }: DialogState, place: Position): Record<string, string> {
  const key = keyOf(place);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key));
}
