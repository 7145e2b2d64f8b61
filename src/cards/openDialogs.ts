/**
 * Buttons whose data says `opens: "dialog"` open a dialog that only the person who presses sees,
 * where cards are read by more than one person; elsewhere they stay ordinary buttons.
 */
export function openDialogs<T>(node: T, shared: boolean): T {
  if (Array.isArray(node)) return node.map((item: unknown) => openDialogs(item, shared)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const part = node as Record<string, unknown>;
  const data = part['data'] as Record<string, unknown> | undefined;
  if (shared && part['type'] === 'Action.Execute' && data?.['opens'] === 'dialog') {
    return {
      type: 'Action.Submit',
      title: part['title'],
      data: { ...data, verb: part['verb'], msteams: { type: 'task/fetch' } },
    } as T;
  }
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, openDialogs(value, shared)]),
  ) as T;
}
