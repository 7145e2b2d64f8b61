/** Tells those who listen, within this process. */
export interface Signal {
  tell(): void;
  /** @returns how to stop listening */
  listen(listener: () => void): () => void;
}

/** A signal that nobody listens to yet. */
export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    tell() {
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
