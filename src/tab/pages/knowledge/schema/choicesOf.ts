import type { KnownIds } from './knownIds.js';
import type { SchemaPart } from './schemaAt.js';

/** What may stand in a place where only a few values may; empty where any may. */
export function choicesOf(parts: readonly SchemaPart[], ids: KnownIds): readonly unknown[] {
  const choices = parts.flatMap((part): readonly unknown[] => {
    const { const: constant, enum: values, type, definition } = part;
    if (constant !== undefined) return [constant];
    if (Array.isArray(values)) return values;
    if (type === 'boolean') return [true, false];
    return definition === undefined ? [] : (ids[definition] ?? []);
  });
  return [...new Set(choices)];
}
