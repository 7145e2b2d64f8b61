import type { DialogField, FieldProblem } from './types.js';

/** Longest text taken where a field says nothing else. */
const MAX_LENGTH = 2000;

export interface CheckedForm {
  /** The values of the known fields, without blanks at the ends. */
  values: Record<string, string>;
  problems: FieldProblem[];
}

/** Whether a filled-in form can be taken; fields that the form does not have are dropped. */
export function checkForm(
  fields: readonly DialogField[],
  given: Readonly<Record<string, string>>,
): CheckedForm {
  const values: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const value = Object.hasOwn(given, field.id) ? String(given[field.id]).trim() : '';
    values[field.id] = value;
    const problem = problemOf(field, value);
    if (problem !== undefined) problems.push({ field: field.id, problem });
  }
  return { values, problems };
}

function problemOf(field: DialogField, value: string): FieldProblem['problem'] | undefined {
  if (value === '') return field.required === true ? 'missing' : undefined;
  if (value.length > (field.maxLength ?? MAX_LENGTH)) return 'too-long';
  const { pattern } = field;
  return pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value)
    ? undefined
    : 'wrong-form';
}
