import type { Linter } from '../../content/linter.js';
import { nameOfInput, sayableAt } from '../readText.js';
import type { DialogBook, Step } from '../types.js';
import { MEANINGS } from '../words.js';
import { bookOf, dialogFiles } from './bookOf.js';

/** Telephones cut longer labels. */
const MAX_LABEL = 25;

export const answersApart: Linter = {
  name: 'answersApart',
  description: 'Every button has a label, and a typed word means one button of its step only.',
  check(content, report) {
    const strings = Object.fromEntries(
      content.files('strings').map(({ data }) => [data.language, data.strings]),
    );
    const settings = content.files('settings')[0]?.data;
    if (!settings) return;
    const book: DialogBook = { ...bookOf(content), strings, settings };

    for (const file of content.files('strings')) {
      for (const key of [...Object.values(MEANINGS), 'dialogWaited', 'dialogResume']) {
        const text = file.data.strings[key] ?? '';
        if (dialogsGiven() && [...text].length > MAX_LABEL) {
          report({
            file,
            at: ['strings', key],
            fault: 'labelTooLong',
            values: { count: [...text].length, limit: MAX_LABEL },
          });
        }
      }
    }

    for (const { file, steps } of dialogFiles(content)) {
      for (const [name, step] of steps) {
        const at = ['steps', name];
        for (const [id, index] of repeated(step)) {
          const list = step.type === 'form' ? 'fields' : 'choices';
          report({
            file,
            at: [...at, list, index, 'id'],
            fault: 'idTwiceInStep',
            values: { id },
          });
        }
        if (step.type === 'question') {
          step.choices.forEach((choice, index) => {
            if (choice.label !== undefined || choice.means !== undefined) return;
            report({
              file,
              at: [...at, 'choices', index],
              fault: 'choiceWithoutLabel',
              values: { id: choice.id },
            });
          });
        }
        if (step.type !== 'question' && step.type !== 'wait') continue;
        const state = { dialog: file.data.id, step: name, answers: {}, forms: {}, history: [] };
        for (const { word, one, other } of collisions(sayableAt(book, state, step))) {
          report({
            file,
            at,
            part: 'key',
            fault: 'wordMeansTwo',
            values: { step: name, word, one, other },
          });
        }
      }
    }

    function dialogsGiven(): boolean {
      return content.files('dialog').length > 0;
    }
  },
};

function repeated(step: Step): [id: string, index: number][] {
  const ids =
    step.type === 'question'
      ? step.choices.map(({ id }) => id)
      : step.type === 'form'
        ? step.fields.map(({ id }) => id)
        : [];
  return ids
    .map((id, index): [string, number] => [id, index])
    .filter(([id, index]) => ids.indexOf(id) < index);
}

function* collisions(
  sayable: ReturnType<typeof sayableAt>,
): Generator<{ word: string; one: string; other: string }> {
  const owners = new Map<string, string>();
  for (const { input, words } of sayable) {
    const name = nameOfInput(input);
    for (const word of words) {
      const owner = owners.get(word);
      if (owner !== undefined) yield { word, one: owner, other: name };
      else owners.set(word, name);
    }
  }
}
