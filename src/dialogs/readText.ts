import { REMIND, restingStepAt, WAITED } from './steps.js';
import type { DialogBook, DialogInput, DialogState, RestingStep } from './types.js';
import { foldAnswer, listed, wordsFor } from './words.js';

/** Longer texts are stories or questions, not an answer with something behind it. */
const MAX_WORDS_LOOSELY = 6;

/** Something that can be typed at a step, with all the words for it. */
interface Sayable {
  input: DialogInput;
  words: ReadonlySet<string>;
}

/**
 * What a typed text does at the step where a person is: a choice, by its label, its number or its
 * words in any language, or back, start again and stop. Undefined when it is none of these.
 *
 * @param loosely also takes a text that only begins with such words, as in "yes I did that"
 */
export function readText(
  book: DialogBook,
  state: DialogState,
  text: string,
  loosely = false,
): DialogInput | undefined {
  const step = restingStepAt(book, state);
  if (!step) return undefined;
  const folded = foldAnswer(text);
  const sayable = sayableAt(book, state, step);
  const number = /^(?:n[ro]? ?)?(\d)$/.exec(folded)?.[1];
  if (number !== undefined) {
    return sayable.filter(({ input }) => input.kind === 'choice')[Number(number) - 1]?.input;
  }
  const exact = sayable.find(({ words }) => words.has(folded));
  if (exact) return exact.input;
  if (!loosely) return undefined;
  const [field, ...more] = step.type === 'form' ? step.fields : [];
  if (field && more.length === 0) {
    return { kind: 'form', ...placeOf(state), values: { [field.id]: text } };
  }
  return longestBeginning(sayable, folded);
}

/** The words for everything that can be done at a step; "stop" comes before all else. */
export function sayableAt(book: DialogBook, state: DialogState, step: RestingStep): Sayable[] {
  const { languages } = book.settings;
  const here = placeOf(state);
  const everywhere = (words: (language: string) => string[]): ReadonlySet<string> =>
    new Set(languages.flatMap(words));
  const common = (key: string): ReadonlySet<string> =>
    everywhere((language) => listed(book, language, key));
  const choose = (choice: string): DialogInput => ({ kind: 'choice', ...here, choice });
  const choices: Sayable[] = [];
  if (step.type === 'question') {
    for (const choice of step.choices) {
      const words = everywhere((language) => wordsFor(book, choice, language));
      choices.push({ input: choose(choice.id), words });
    }
  }
  if (step.type === 'wait') {
    const labels = Object.values(step.remind).map(foldAnswer);
    choices.push(
      { input: choose(WAITED), words: common('dialogWaited') },
      { input: choose(REMIND), words: new Set([...labels, ...common('dialogRemind')]) },
    );
  }
  return [
    { input: { kind: 'stop' }, words: common('dialogStop') },
    { input: { kind: 'back', ...here }, words: common('dialogBack') },
    { input: { kind: 'startOver', ...here }, words: common('dialogRestart') },
    ...choices,
  ];
}

/** The name of what a text does, for findings: a choice's id, or "back", "startOver", "stop". */
export function nameOfInput(input: DialogInput): string {
  return input.kind === 'choice' ? input.choice : input.kind;
}

function longestBeginning(sayable: readonly Sayable[], folded: string): DialogInput | undefined {
  if (folded.split(' ').length > MAX_WORDS_LOOSELY) return undefined;
  let best: { input: DialogInput; length: number; shared: boolean } | undefined;
  for (const { input, words } of sayable) {
    for (const word of words) {
      if (!folded.startsWith(`${word} `) || word.length < (best?.length ?? 0)) continue;
      const shared = word.length === best?.length && best.input !== input;
      best = { input, length: word.length, shared };
    }
  }
  return best?.shared === false ? best.input : undefined;
}

function placeOf({ dialog, step }: DialogState): { dialog: string; step: string } {
  return { dialog, step };
}
