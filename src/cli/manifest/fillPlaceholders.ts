/**
 * Fills `${{NAME}}` in every text of a JSON value.
 * @param unknown is told each name that has no value
 */
export function fillPlaceholders<T>(
  value: T,
  values: Readonly<Record<string, string>>,
  unknown: (name: string) => void,
): T {
  const fill = (node: unknown): unknown => {
    if (typeof node === 'string') {
      return node.replace(/\$\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
        const filled = Object.hasOwn(values, name) ? values[name] : undefined;
        if (filled === undefined) unknown(name);
        return filled ?? whole;
      });
    }
    if (Array.isArray(node)) return node.map(fill);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, fill(child)]));
  };
  return fill(value) as T;
}

/**
 * Puts a text where a localisation key points (`staticTabs[0].name`).
 * @returns whether there is such a place: what the key's last step belongs to must exist
 */
export function putText(target: Record<string, unknown>, key: string, text: string): boolean {
  const steps = key.match(/[^.[\]]+/g) ?? [];
  const last = steps.pop();
  let node: unknown = target;
  for (const step of steps) node = (node as Record<string, unknown> | undefined)?.[step];
  if (last === undefined || typeof node !== 'object' || node === null) return false;
  (node as Record<string, unknown>)[last] = text;
  return true;
}
