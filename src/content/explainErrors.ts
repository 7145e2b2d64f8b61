import type { ErrorObject } from 'ajv';
import type { JsonPath } from './contentFile.js';
import { resolveSchema, type JsonSchema } from './jsonSchema.js';
import { didYouMean } from './nearest.js';

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
  return mostTelling(errors).map((error) => {
    const path = pathOf(error.instancePath, data);
    const [problem, mend, child] = explain(error, schema);
    return child === undefined
      ? { path, part: 'value', problem, mend }
      : { path: [...path, child], part: 'key', problem, mend };
  });
}

/** Problem, mend, and the property whose name is at fault, if it is the name. */
type Sentences = [problem: string, mend: string, key?: string];

function explain(error: ErrorObject, schema: JsonSchema): Sentences {
  const help = nearestDescription(error, schema);
  const params = error.params as Record<string, unknown>;
  const value: unknown = error.data;
  switch (error.keyword) {
    case 'required': {
      const key = String(params['missingProperty']);
      const owner = resolveSchema(error.parentSchema as JsonSchema, schema);
      const known = owner.properties?.[key];
      const meaning = known?.description ?? (known && resolveSchema(known, schema).description);
      return [`"${key}" is missing.`, meaning ? `Add it: ${meaning}` : `Add "${key}".`];
    }
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const owner = (error.parentSchema ?? {}) as JsonSchema;
      const known = Object.keys(owner.properties ?? {});
      const free = known.filter((name) => !Object.hasOwn(Object(value), name));
      return [
        `"${key}" is not known here.`,
        didYouMean(key, free, `Take it out. Known here: ${known.join(', ')}.`),
        key,
      ];
    }
    case 'propertyNames': {
      const key = String(params['propertyName']);
      return [`"${key}" cannot be a name here.`, help ?? 'Choose another name.', key];
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      return [
        `${show(value)} is not one of the values allowed.`,
        didYouMean(String(value), allowed, `Use one of: ${allowed.join(', ')}.`),
      ];
    }
    case 'const':
      return [
        `${show(value)} cannot stand here.`,
        `Write ${JSON.stringify(params['allowedValue'])}.`,
      ];
    case 'type':
      return [
        `This is ${kindOf(value)}, but ${expected(params['type'])} is needed.`,
        help ?? 'Write it in the form of its neighbours.',
      ];
    case 'minLength':
      return [
        value === '' ? 'This text is empty.' : `${show(value)} is too short.`,
        help ?? `Write at least ${String(params['limit'])} characters.`,
      ];
    case 'maxLength':
      return [
        `This text has ${[...String(value)].length} characters; at most ${String(params['limit'])} are allowed.`,
        help ? `Shorten it. ${help}` : 'Shorten it.',
      ];
    case 'pattern':
      return [`${show(value)} does not have the right form.`, help ?? 'Compare its neighbours.'];
    case 'minItems':
    case 'minProperties':
      return ['There is too little here.', help ?? `Write at least ${String(params['limit'])}.`];
    case 'maxItems':
    case 'maxProperties':
      return [
        `There are more than ${String(params['limit'])} entries here.`,
        help ? `Take some out. ${help}` : 'Take some out.',
      ];
    case 'uniqueItems': {
      const { i, j } = params as { i: number; j: number };
      return [
        `Entries ${Math.min(i, j) + 1} and ${Math.max(i, j) + 1} of this list are the same.`,
        'Delete one of the two.',
      ];
    }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return [
        `${show(value)} is out of range.`,
        help ?? `It must be ${String(params['comparison'])} ${String(params['limit'])}.`,
      ];
    case 'oneOf':
    case 'anyOf':
      return explainChoice(error, help);
    default:
      return [`This ${error.message ?? 'is not allowed'}.`, help ?? 'Compare its neighbours.'];
  }
}

function explainChoice(error: ErrorObject, help: string | undefined): Sentences {
  const branches = (error.schema ?? []) as JsonSchema[];
  const keys = branches.flatMap((branch) => (branch['required'] as string[] | undefined) ?? []);
  const list = [...new Set(keys)].map((key) => `"${key}"`).join(' or ');
  const passing = (error.params as { passingSchemas?: unknown }).passingSchemas;
  return [
    Array.isArray(passing)
      ? `Only one of ${list || 'the forms'} may be given.`
      : `Neither ${list.replaceAll(' or ', ' nor ') || 'form'} is given.`,
    list ? `Write ${list}, and not both.` : (help ?? 'Compare its neighbours.'),
  ];
}

/**
 * Leaves out the errors that only repeat another one: those inside a refused name, the
 * "if" around a failed "then", and the branches of a choice that the editor did not mean.
 */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject[] {
  let kept = errors.filter((error) => error.keyword !== 'if' && error.propertyName === undefined);
  for (const choice of errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf')) {
    const inside = kept.filter(
      (error) => error !== choice && error.schemaPath.startsWith(`${choice.schemaPath}/`),
    );
    const meant = meantBranch(inside, choice.schemaPath);
    kept = kept.filter((error) =>
      meant
        ? error !== choice && (!inside.includes(error) || meant.includes(error))
        : !inside.includes(error),
    );
  }
  return kept;
}

/** The one branch whose `const` and `enum` fit, if there is exactly one: the rest is its trouble. */
function meantBranch(inside: ErrorObject[], prefix: string): ErrorObject[] | undefined {
  const byBranch = new Map<string, ErrorObject[]>();
  for (const error of inside) {
    const branch = error.schemaPath.slice(prefix.length + 1).split('/')[0] ?? '';
    byBranch.set(branch, [...(byBranch.get(branch) ?? []), error]);
  }
  const fitting = [...byBranch.values()].filter(
    (branch) => !branch.some(({ keyword }) => ['const', 'enum', 'type'].includes(keyword)),
  );
  const onlyMissing = fitting.every((branch) =>
    branch.every(({ keyword }) => keyword === 'required'),
  );
  return fitting.length === 1 && !(onlyMissing && byBranch.size > 1) ? fitting[0] : undefined;
}

/** The deepest `description` on the way to the broken rule. */
function nearestDescription(error: ErrorObject, schema: JsonSchema): string | undefined {
  let node: unknown = schema;
  let found: string | undefined;
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
