import type { ErrorObject } from 'ajv';
import type { JsonPath } from './contentFile.js';
import { resolveSchema, type JsonSchema } from './jsonSchema.js';
import { joined, type Message, type Value, type Word } from './messages/message.js';
import { mostTelling } from './mostTelling.js';
import { nearest } from './nearest.js';

/** A schema error in plain words. */
export interface PlainError extends Message {
  path: JsonPath;
  part: 'key' | 'value';
}

/**
 * Turns ajv's errors (of `allErrors` and `verbose`) into messages for editors: what is wrong, and
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
      const { key, entry, ...message } = explain(error, schema);
      if (key !== undefined) return { path: [...path, key], part: 'key', ...message };
      return { path: entry === undefined ? path : [...path, entry], part: 'value', ...message };
    });
}

interface Explanation extends Message {
  /** The property whose name is at fault, if it is the name. */
  key?: string;
  /** The entry of the list at fault, if it is one of them. */
  entry?: number;
}

function explain(error: ErrorObject, schema: JsonSchema): Explanation {
  const help = nearestDescription(error, schema);
  /** The first word where the schema says what belongs here, the second where it does not. */
  const helped = (word: Word['word'], otherwise: Word['word']): Word =>
    help === undefined ? { word: otherwise } : { word, values: { help: { help } } };
  const belongs = helped('belongs', 'likeNeighbours');
  const params = error.params as Record<string, unknown>;
  const limit = String(params['limit']);
  const value = show(error.data);
  switch (error.keyword) {
    case 'required': {
      const key = missingKey(error);
      const known = resolveSchema(error.parentSchema as JsonSchema, schema).properties?.[key];
      const meaning = known?.description ?? (known && resolveSchema(known, schema).description);
      const add: Word = meaning
        ? { word: 'addMeaning', values: { help: { help: meaning } } }
        : { word: 'addKey', values: { key } };
      return { fault: 'missingKey', values: { key, add } };
    }
    case 'additionalProperties': {
      const key = unknownKey(error);
      const known = Object.keys((error.parentSchema as JsonSchema).properties ?? {});
      const meant = nearest(key, freeKeys(error));
      return { fault: 'unknownKey', values: { key, known: known.join(', ') }, meant, key };
    }
    case 'propertyNames': {
      const key = String(params['propertyName']);
      return { fault: 'wrongName', values: { key, belongs }, key };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      const meant = nearest(String(error.data), allowed);
      return { fault: 'notAmongValues', values: { value, allowed: allowed.join(', ') }, meant };
    }
    case 'const':
      return { fault: 'wrongValue', values: { value, right: show(params['allowedValue']) } };
    case 'type': {
      const given = kindOf(error.data);
      return { fault: 'wrongType', values: { given, needed: expected(params['type']), belongs } };
    }
    case 'minLength':
      return error.data === ''
        ? { fault: 'emptyText', values: { belongs } }
        : { fault: 'textTooShort', values: { value, belongs } };
    case 'maxLength': {
      const count = [...String(error.data)].length;
      const shorten = helped('shortenTo', 'shorten');
      return { fault: 'textTooLong', values: { count, limit, shorten } };
    }
    case 'pattern':
      return { fault: 'wrongForm', values: { value, belongs } };
    case 'minItems':
    case 'minProperties':
      return { fault: 'tooFew', values: { limit, belongs } };
    case 'maxItems':
    case 'maxProperties':
      return { fault: 'tooMany', values: { limit, takeOut: helped('takeOutUntil', 'takeOut') } };
    case 'uniqueItems': {
      const { i, j } = params as { i: number; j: number };
      return { fault: 'entryTwice', values: { other: Math.min(i, j) + 1 }, entry: Math.max(i, j) };
    }
    case 'minimum':
      return { fault: 'tooSmall', values: { value, limit, belongs } };
    case 'maximum':
      return { fault: 'tooLarge', values: { value, limit, belongs } };
    case 'oneOf':
    case 'anyOf':
      return explainChoice(error, belongs);
    default:
      return { fault: 'otherRule', values: { rule: error.message ?? error.keyword, belongs } };
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
function explainChoice(error: ErrorObject, belongs: Word): Message {
  const branches = (error.schema ?? []) as JsonSchema[];
  const keys = branches.flatMap((branch) => (branch['required'] as string[] | undefined) ?? []);
  const names = [...new Set(keys)].map((key) => `"${key}"`);
  if (names.length === 0) return { fault: 'noneOfTheForms', values: { belongs } };
  const either = joined('or', names);
  return Array.isArray((error.params as { passingSchemas?: unknown }).passingSchemas)
    ? { fault: 'bothGiven', values: { both: joined('and', names), either } }
    : { fault: 'neitherGiven', values: { neither: joined('nor', names), either } };
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

function show(value: unknown): Value {
  const text = JSON.stringify(value);
  if (text === undefined) return { word: 'nothing' };
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

const kinds: Readonly<Record<string, Word['word']>> = {
  string: 'aText',
  number: 'aNumber',
  integer: 'aWholeNumber',
  boolean: 'aBoolean',
  object: 'aBlock',
  array: 'aList',
  null: 'null',
};

function kindOf(value: unknown): Value {
  return kindNamed(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
}

function expected(type: unknown): Value {
  return joined('or', (Array.isArray(type) ? type : [type]).map(kindNamed));
}

function kindNamed(type: unknown): Value {
  const word = kinds[String(type)];
  return word === undefined ? String(type) : { word };
}
