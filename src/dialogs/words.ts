import { foldText } from '../content/foldText.js';
import type { DialogBook, DialogChoice } from './types.js';

/** The strings that hold a common answer's label and, with "Typed" behind, the words for it. */
export const MEANINGS = {
  yes: 'dialogYes',
  no: 'dialogNo',
  done: 'dialogDone',
  works: 'dialogWorks',
  fails: 'dialogFails',
  unsure: 'dialogUnsure',
} as const satisfies Record<NonNullable<DialogChoice['means']>, string>;

/** A text as it is compared: "WEISS" is how "weiß" looks in capitals, and on Swiss keyboards. */
export function foldAnswer(text: string): string {
  return foldText(text.replaceAll('ß', 'ss'));
}

/** What a button says. */
export function labelOf(book: DialogBook, choice: DialogChoice, language: string): string {
  const own = choice.label?.[language];
  if (own !== undefined) return own;
  const key = choice.means === undefined ? undefined : MEANINGS[choice.means];
  const { strings, settings } = book;
  return (
    (key && (strings[language]?.[key] ?? strings[settings.defaultLanguage]?.[key])) ?? choice.id
  );
}

/** What may be typed for a choice in one language, folded. */
export function wordsFor(book: DialogBook, choice: DialogChoice, language: string): string[] {
  const common = choice.means === undefined ? [] : listed(book, language, MEANINGS[choice.means]);
  return [labelOf(book, choice, language), ...(choice.typed?.[language] ?? []), ...common]
    .map(foldAnswer)
    .filter((word) => word !== '');
}

/** The words listed under `<key>Typed`, separated by commas, and the text of `key` itself. */
export function listed({ strings }: DialogBook, language: string, key: string): string[] {
  const own = strings[language] ?? {};
  return [own[key] ?? '', ...(own[`${key}Typed`] ?? '').split(',')]
    .map(foldAnswer)
    .filter((word) => word !== '');
}
