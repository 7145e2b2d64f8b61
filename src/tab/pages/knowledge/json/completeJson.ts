import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { parse } from 'jsonc-parser';
import type { JsonSchema } from '../../../../content/jsonSchema.js';
import { choicesOf } from '../schema/choicesOf.js';
import type { KnownIds } from '../schema/knownIds.js';
import {
  descriptionOf,
  isByLanguage,
  propertiesOf,
  schemasAt,
  type Path,
  type SchemaPart,
} from '../schema/schemaAt.js';
import { emptyValue } from '../schema/emptyValue.js';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** Offers what the file's schema allows where the cursor stands: names, choices, known ids. */
export function completeJson(
  schema: () => JsonSchema,
  ids: () => KnownIds,
): (context: CompletionContext) => CompletionResult | null {
  return ({ state, pos, explicit }) => {
    const node = syntaxTree(state).resolveInner(pos, -1);
    const place = placeOf(node, state, pos);
    if (!place || (!explicit && place.from === pos)) return null;
    const text = state.doc.toString();
    const parts = schemasAt(schema(), parse(text), place.path);
    const options =
      place.wants === 'name'
        ? namesFor(place, parts, schema(), ids(), state)
        : valuesFor(parts, ids());
    return options.length === 0 ? null : { from: place.from, to: place.to, options, filter: true };
  };
}

interface Place {
  wants: 'name' | 'value';
  /** What is replaced. */
  from: number;
  to: number;
  /** To the object whose property is named, or to the value. */
  path: Path;
  /** The object, for a name. */
  object?: SyntaxNode;
}

function placeOf(node: SyntaxNode, state: EditorState, pos: number): Place | undefined {
  const { name, parent } = node;
  if (name === 'PropertyName' && parent?.parent) {
    const object = parent.parent;
    return { wants: 'name', from: node.from, to: node.to, path: pathTo(object, state), object };
  }
  if (['String', 'Number', 'True', 'False', 'Null'].includes(name)) {
    return { wants: 'value', from: node.from, to: node.to, path: pathTo(node, state) };
  }
  const here = { from: pos, to: pos };
  if (name === 'Object') {
    return { wants: 'name', ...here, path: pathTo(node, state), object: node };
  }
  if (name === 'Property') {
    const key = keyOf(node, state);
    if (!node.parent || key === undefined) return undefined;
    return { wants: 'value', ...here, path: [...pathTo(node.parent, state), key] };
  }
  if (name === 'Array') {
    return { wants: 'value', ...here, path: [...pathTo(node, state), indexAt(node, pos)] };
  }
  // What is not JSON yet stands in an object, a property or a list.
  return parent ? placeOf(parent, state, pos) : undefined;
}

function pathTo(node: SyntaxNode, state: EditorState): (string | number)[] {
  const { parent } = node;
  if (!parent) return [];
  if (parent.name === 'Property') {
    return [...(parent.parent ? pathTo(parent.parent, state) : []), keyOf(parent, state) ?? ''];
  }
  if (parent.name === 'Array') return [...pathTo(parent, state), indexAt(parent, node.from)];
  return pathTo(parent, state);
}

function keyOf(property: SyntaxNode, state: EditorState): string | undefined {
  const name = property.getChild('PropertyName');
  return name ? state.sliceDoc(name.from + 1, name.to - 1) : undefined;
}

function indexAt(array: SyntaxNode, pos: number): number {
  let index = 0;
  for (let child = array.firstChild; child && child.from < pos; child = child.nextSibling) {
    if (child.to <= pos && !['[', ',', ']', '⚠'].includes(child.name)) index += 1;
  }
  return index;
}

function namesFor(
  { object, from, to }: Place,
  parts: readonly SchemaPart[],
  root: JsonSchema,
  ids: KnownIds,
  state: EditorState,
): Completion[] {
  const taken = new Set(
    (object?.getChildren('Property') ?? [])
      .filter((property) => property.from > from || property.to < to)
      .map((property) => keyOf(property, state)),
  );
  const languages = ids['language'] ?? [];
  const offered = propertiesOf(parts);
  if (isByLanguage(parts)) {
    const text = parts.map(({ additionalProperties }) => additionalProperties).find(isSchema) ?? {};
    for (const language of languages) offered.set(language, text);
  }
  // A name that has its value already is only renamed.
  const hasValue = /^\s*:/.test(state.sliceDoc(to, to + 20));
  return [...offered]
    .filter(([name]) => !taken.has(name))
    .map(([name, part]) => {
      const value = JSON.stringify(emptyValue(part, root, languages));
      const quoted = JSON.stringify(name);
      return {
        label: quoted,
        displayLabel: name,
        apply: hasValue ? quoted : `${quoted}: ${value}`,
        ...infoOf(schemasAt({ ...part, definitions: root.definitions ?? {} }, undefined, [])),
      };
    });
}

function isSchema(part: unknown): part is JsonSchema {
  return typeof part === 'object' && part !== null;
}

function valuesFor(parts: readonly SchemaPart[], ids: KnownIds): Completion[] {
  return choicesOf(parts, ids).map((value) => ({
    label: JSON.stringify(value),
    displayLabel: String(value),
    ...infoOf(parts),
  }));
}

function infoOf(parts: readonly SchemaPart[]): { info?: string } {
  const info = descriptionOf(parts);
  return info === undefined ? {} : { info };
}
