import * as v from 'valibot';
import type { Content } from '../../content/content.js';
import type { DialogInput } from '../../dialogs/types.js';
import { knownLanguage, Language, parse } from '../pressData.js';
import { PressError } from '../pressError.js';
import type { Press } from '../question.js';
import { navigation } from '../views/dialogView.js';

const StartPress = v.object({ dialog: v.string(), language: Language });
const StepPress = v.looseObject({
  dialog: v.string(),
  step: v.string(),
  choice: v.string(),
  language: Language,
  for: v.optional(v.string()),
});

/** @throws PressError when the data is malformed or the dialog is gone. */
export function readStartPress(
  content: Content,
  press: Press,
): { dialog: string; language: string } {
  const { dialog, language } = parse(StartPress, press);
  if (!content.dialogs.has(dialog)) throw new PressError(`there is no dialog "${dialog}"`);
  return { dialog, language: knownLanguage(content, language) };
}

/**
 * What a button on a step's card means; whether the step still exists is the runner's business.
 * @throws PressError when the data is malformed.
 */
export function readDialogPress(
  content: Content,
  press: Press,
): { input: DialogInput; language: string; owner: string | undefined } {
  const { dialog, step, choice, language, for: owner, ...rest } = parse(StepPress, press);
  const input = { dialog, step };
  return {
    input: inputOf(),
    language: knownLanguage(content, language),
    owner,
  };
  function inputOf(): DialogInput {
    if (choice === navigation.stop) return { kind: 'stop' };
    if (choice === navigation.back) return { kind: 'back', ...input };
    if (choice === navigation.startOver) return { kind: 'startOver', ...input };
    if (choice === navigation.send) return { kind: 'form', ...input, values: valuesOf(rest) };
    return { kind: 'choice', ...input, choice };
  }
}

/** The inputs of a card arrive among the button's data. */
function valuesOf(data: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([name, value]) => name.startsWith('field-') && typeof value === 'string')
      .map(([name, value]) => [name.slice('field-'.length), String(value)]),
  );
}
