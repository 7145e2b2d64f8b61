/**
 * Gives every `Action.Execute` in an expanded card an `Action.Submit` with the same data, for
 * clients that do not know universal actions. Templates need not repeat themselves.
 */
export function withSubmitFallbacks<T>(node: T): T {
  if (Array.isArray(node)) return node.map((item: unknown) => withSubmitFallbacks(item)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = withSubmitFallbacks(value);
  if (copy['type'] === 'Action.Execute' && copy['fallback'] === undefined) {
    copy['fallback'] = {
      type: 'Action.Submit',
      title: copy['title'],
      // A submit carries no verb of its own: it travels with the data.
      data: { ...(copy['data'] as object | undefined), verb: copy['verb'] },
    };
  }
  return copy as T;
}
