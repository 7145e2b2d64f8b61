import type { ErrorObject } from 'ajv';
import type { JsonSchema } from './jsonSchema.js';

/**
 * Leaves out ajv's errors that only repeat another one: those inside a refused name, the "if"
 * around a failed "then", and the branches of a choice that the editor did not mean. Where it is
 * clear which branch was meant, its errors stand for the choice; else the choice for its branches.
 */
export function mostTelling(errors: readonly ErrorObject[]): ErrorObject[] {
  let kept = errors.filter(({ keyword, propertyName }) => keyword !== 'if' && !propertyName);
  for (const choice of errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf')) {
    const inside = kept.filter((error) => error !== choice && isBelow(error, choice));
    const meant = meantBranch(inside, choice);
    const dropped = new Set(meant ? [choice] : inside);
    if (meant) {
      for (const error of inside) {
        const branch = branchOf(error, choice);
        if (branch !== undefined && branch !== meant) dropped.add(error);
      }
    }
    kept = kept.filter((error) => !dropped.has(error));
  }
  return kept;
}

/** Whether the error is about what the choice is about, or a part of it, and from a branch of it. */
function isBelow(error: ErrorObject, choice: ErrorObject): boolean {
  if (branchOf(error, choice) !== undefined) return true;
  return error.instancePath.startsWith(`${choice.instancePath}/`) && usesDefinitions(choice);
}

/** The one branch whose constants fit, if there is exactly one. */
function meantBranch(inside: readonly ErrorObject[], choice: ErrorObject): string | undefined {
  const branches = new Map<string, boolean>();
  for (const error of inside) {
    const branch = branchOf(error, choice);
    if (branch === undefined) continue;
    branches.set(branch, (branches.get(branch) ?? true) && !refutes(error, choice));
  }
  const fitting = [...branches].filter(([, fits]) => fits).map(([branch]) => branch);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether the error shows that the branch is another kind of thing: other type, other constant. */
function refutes(error: ErrorObject, choice: ErrorObject): boolean {
  const rest = error.instancePath.slice(choice.instancePath.length);
  if (error.keyword === 'type') return rest === '';
  return error.keyword === 'const' && rest.split('/').length === 2;
}

/** The position of the branch, or the definition that it refers to. */
function branchOf(error: ErrorObject, choice: ErrorObject): string | undefined {
  if (!error.instancePath.startsWith(choice.instancePath)) return undefined;
  const prefix = `${choice.schemaPath}/`;
  if (error.schemaPath.startsWith(prefix)) {
    return error.schemaPath.slice(prefix.length).split('/')[0];
  }
  return references(choice).find((reference) => error.schemaPath.startsWith(`${reference}/`));
}

function references(choice: ErrorObject): string[] {
  return ((choice.schema ?? []) as JsonSchema[]).flatMap(({ $ref }) => ($ref ? [$ref] : []));
}

function usesDefinitions(choice: ErrorObject): boolean {
  return references(choice).length > 0;
}
