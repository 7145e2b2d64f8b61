/**
 * Puts `Action.Submit` in the place of every `Action.Execute` of an expanded card: dialogs know no
 * universal actions.
 */
export function asSubmits<T>(node: T): T {
  if (Array.isArray(node)) return node.map((item: unknown) => asSubmits(item)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const part = node as Record<string, unknown>;
  if (part['type'] === 'Action.Execute') {
    return {
      type: 'Action.Submit',
      title: part['title'],
      data: { ...(part['data'] as object | undefined), verb: part['verb'] },
    } as T;
  }
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, asSubmits(value)]),
  ) as T;
}
