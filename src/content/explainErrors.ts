import type { ErrorObject } from 'ajv';
import type { JsonPath } from './contentFile.js';
import { resolveSchema, type JsonSchema } from './jsonSchema.js';
import { mostTelling } from './mostTelling.js';
import { didYouMean, nearest } from './nearest.js';

/** A schema error in plain words. */
export interface PlainError {
  path: JsonPath;
  part: 'key' | 'value';
  problem: string;
  mend: string;
}

/**
 * Turns ajv's errors (of `allErrors` and `verbose`) into sentences for editors: what is wrong, and
 * how to mend it. The mending sentence is the `description` nearest to the broken rule, so whoever
 * writes a schema writes the help with it.
 */
export function explainErrors(
  errors: readonly ErrorObject[],
  schema: JsonSchema,
  data: unknown,
): PlainError[] {
  const telling = mostTelling(errors);
  const misspelt = misspeltKeys(telling);
  return telling
    .filter((error) => !misspelt.has(`${error.instancePath} ${missingKey(error)}`))
    .map((error) => {
      const path = pathOf(error.instancePath, data);
      const { problem, mend, key, entry } = explain(error, schema);
      if (key !== undefined) return { path: [...path, key], part: 'key', problem, mend };
      return { path: entry === undefined ? path : [...path, entry], part: 'value', problem, mend };
    });
}

interface Sentences {
  problem: string;
  mend: string;
  /** The property whose name is at fault, if it is the name. */
  key?: string;
  /** The entry of the list at fault, if it is one of them. */
  entry?: number;
}

function explain(error: ErrorObject, schema: JsonSchema): Sentences {
  const help = nearestDescription(error, schema);
  const belongs = help ? `What belongs here: ${help}` : 'Write it in the form of its neighbours.';
  const params = error.params as Record<string, unknown>;
  const limit = String(params['limit']);
  const value: unknown = error.data;
  switch (error.keyword) {
    case 'required': {
      const key = missingKey(error);
      const known = resolveSchema(error.parentSchema as JsonSchema, schema).properties?.[key];
      const meaning = known?.description ?? (known && resolveSchema(known, schema).description);
      return {
        problem: `"${key}" is missing.`,
        mend: meaning ? `Add it: ${meaning}` : `Add "${key}".`,
      };
    }
    case 'additionalProperties': {
      const key = unknownKey(error);
      const known = Object.keys((error.parentSchema as JsonSchema).properties ?? {});
      return {
        problem: `"${key}" is not known here.`,
        mend: didYouMean(key, freeKeys(error), `Take it out. Known here: ${known.join(', ')}.`),
        key,
      };
    }
    case 'propertyNames': {
      const key = String(params['propertyName']);
      return { problem: `"${key}" cannot be a name here.`, mend: belongs, key };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      return {
        problem: `${show(value)} is not one of the values allowed.`,
        mend: didYouMean(String(value), allowed, `Use one of: ${allowed.join(', ')}.`),
      };
    }
    case 'const':
      return {
        problem: `${show(value)} cannot stand here.`,
        mend: `Write ${JSON.stringify(params['allowedValue'])}.`,
      };
    case 'type':
      return {
        problem: `This is ${kindOf(value)}, but ${expected(params['type'])} is needed.`,
        mend: belongs,
      };
    case 'minLength':
      return {
        problem: value === '' ? 'This text is empty.' : `${show(value)} is too short.`,
        mend: belongs,
      };
    case 'maxLength':
      return {
        problem: `This text has ${[...String(value)].length} characters; at most ${limit} are allowed.`,
        mend: help ? `Shorten it. ${help}` : 'Shorten it.',
      };
    case 'pattern':
      return { problem: `${show(value)} does not have the right form.`, mend: belongs };
    case 'minItems':
    case 'minProperties':
      return { problem: `There must be at least ${limit} here.`, mend: belongs };
    case 'maxItems':
    case 'maxProperties':
      return {
        problem: `There are more than ${limit} entries here.`,
        mend: help ? `Take some out. ${help}` : 'Take some out.',
      };
    case 'uniqueItems': {
      const { i, j } = params as { i: number; j: number };
      return {
        problem: `This entry of the list is the same as entry ${Math.min(i, j) + 1}.`,
        mend: 'Delete one of the two.',
        entry: Math.max(i, j),
      };
    }
    case 'minimum':
      return {
        problem: `${show(value)} is too small: at least ${limit} is allowed.`,
        mend: belongs,
      };
    case 'maximum':
      return {
        problem: `${show(value)} is too large: at most ${limit} is allowed.`,
        mend: belongs,
      };
    case 'oneOf':
    case 'anyOf':
      return explainChoice(error, belongs);
    default:
      return { problem: `This ${error.message ?? 'is not allowed'}.`, mend: belongs };
  }
}

function missingKey(error: ErrorObject): string {
  return error.keyword === 'required' ? String(error.params['missingProperty']) : '';
}

function unknownKey(error: ErrorObject): string {
  return String(error.params['additionalProperty']);
}

/** The names that the schema knows and the block does not use yet. */
function freeKeys(error: ErrorObject): string[] {
  const known = Object.keys((error.parentSchema as JsonSchema).properties ?? {});
  return known.filter((name) => !Object.hasOwn(Object(error.data) as object, name));
}

/** Keys that are missing only because they are misspelt: one fault, and one finding. */
function misspeltKeys(errors: readonly ErrorObject[]): Set<string> {
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  return new Set(
    unknown.map(
      (error) => `${error.instancePath} ${nearest(unknownKey(error), freeKeys(error)) ?? '?'}`,
    ),
  );
}

/** A choice is told by the keys that its branches ask for: "date or easter". */
function explainChoice(error: ErrorObject, belongs: string): Sentences {
  const branches = (error.schema ?? []) as JsonSchema[];
  const keys = branches.flatMap((branch) => (branch['required'] as string[] | undefined) ?? []);
  const names = [...new Set(keys)].map((key) => `"${key}"`);
  if (names.length === 0) return { problem: 'This has none of the forms allowed.', mend: belongs };
  const passing = (error.params as { passingSchemas?: unknown }).passingSchemas;
  return {
    problem: Array.isArray(passing)
      ? `${names.join(' and ')} cannot both be given.`
      : `Neither ${names.join(' nor ')} is given.`,
    mend: `Write ${names.join(' or ')}, and not both.`,
  };
}

/** The deepest `description` on the way to the broken rule. */
function nearestDescription(error: ErrorObject, schema: JsonSchema): string | undefined {
  let node: unknown = schema;
  // What the whole file is for helps only where the whole file is at fault.
  let found = error.instancePath === '' ? schema.description : undefined;
  for (const part of pointer(error.schemaPath.replace(/^[^#]*#/, ''))) {
    if (typeof node !== 'object' || node === null) break;
    node = (node as Record<string, unknown>)[part];
    const description = (node as JsonSchema | undefined)?.description;
    if (typeof description === 'string') found = description;
  }
  return found;
}

function pointer(text: string): string[] {
  return text
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** ajv writes list positions as text; only the data tells them from names. */
function pathOf(instancePath: string, data: unknown): JsonPath {
  let node = data;
  return pointer(instancePath).map((part) => {
    const step = Array.isArray(node) ? Number(part) : part;
    node = (node as Record<string | number, unknown> | null | undefined)?.[step];
    return step;
  });
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list [ ]';
  const names: Record<string, string> = {
    string: 'a text in quotes',
    number: 'a number',
    boolean: 'true or false',
    object: 'a block { }',
  };
  return names[typeof value] ?? typeof value;
}

function expected(type: unknown): string {
  const names: Record<string, string> = {
    string: 'a text in quotes',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    object: 'a block { }',
    array: 'a list [ ]',
    null: 'null',
  };
  const list = (Array.isArray(type) ? type : [type]).map((name) => names[String(name)] ?? name);
  return list.join(' or ');
}
