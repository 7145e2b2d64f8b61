/*
 * A file that somebody is typing in may hold anything in any place. These read a value as the kind
 * that is looked for, and find nothing where it is of another.
 */

/** Its fields; none where it is no object. */
export function asFields(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** Its items; none where it is no list. */
export function asItems(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts among its items. */
export function asTexts(value: unknown): readonly string[] {
  return asItems(value).filter((item) => typeof item === 'string');
}

/** Whether a value has fields of its own: lists have not. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
