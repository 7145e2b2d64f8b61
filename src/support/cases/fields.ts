import type { Content } from '../../content/content.js';

/** Something to choose in a form. */
export interface Option {
  value: string;
  title: string;
}

/** A field as the form's card takes it. */
export type Field = ReturnType<typeof choiceField>;

/** A field of a moderator's form in which one of a few things is chosen. */
export function choiceField(
  name: string,
  label: string,
  options: readonly Option[],
  value = options[0]?.value ?? '',
) {
  return { name, label, options, value, input: 'choice', hint: '', problem: '', maxLength: 0 };
}

/** A field for a few sentences. */
export function textField(
  name: string,
  label: string,
  {
    value,
    maxLength,
    hint = '',
    problem = '',
  }: { value: string; maxLength: number; hint?: string; problem?: string },
) {
  return { ...choiceField(name, label, []), input: 'text', hint, value, problem, maxLength };
}

/** Every language of the content, by its own name. */
export function languageOptions({ settings, strings }: Content): Option[] {
  return settings.languages.map((value) => ({
    value,
    title: strings[value]?.['languageName'] ?? value,
  }));
}
