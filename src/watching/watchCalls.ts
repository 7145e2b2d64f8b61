type Run = <T>(call: () => T) => T;

/**
 * The same object, each of whose methods runs inside `run`; objects in it alike. For looking at the
 * calls to a part of the program without the part knowing.
 */
export function watchCalls<T extends object>(part: T, run: Run): T {
  const watched = Object.entries(part).map(([name, value]: [string, unknown]) => {
    if (typeof value === 'function') {
      return [name, (...args: unknown[]): unknown => run(() => value.apply(part, args))];
    }
    const isPart = typeof value === 'object' && value !== null;
    return [name, isPart ? watchCalls(value, run) : value];
  });
  return Object.fromEntries(watched) as T;
}
