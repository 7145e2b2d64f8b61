/** An `Action.Execute` as it stands in an expanded card. */
export interface ExecuteAction {
  type: 'Action.Execute';
  title?: unknown;
  verb?: unknown;
  data?: Record<string, unknown>;
  fallback?: unknown;
}

/** A copy of a card, or a part of one, with every `Action.Execute` in it changed. */
export function mapActions<T>(node: T, change: (action: ExecuteAction) => object): T {
  if (Array.isArray(node)) return node.map((item: unknown) => mapActions(item, change)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const part = node as Record<string, unknown>;
  if (part['type'] === 'Action.Execute') return change(part as unknown as ExecuteAction) as T;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, mapActions(value, change)]),
  ) as T;
}

/** The submit that does what an action does: it has no verb of its own, so that travels as data. */
export function submitFor({ title, verb, data }: ExecuteAction, more: object = {}): object {
  return { type: 'Action.Submit', title, data: { ...data, verb, ...more } };
}
