/**
 * Loads something for a language once, and gives the same promise each time, so that a component
 * can wait for it by React's `use`. What could not be loaded is tried again the next time.
 */
export function onceByLanguage<T>(
  load: (language: string) => Promise<T>,
): (language: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return (language) => {
    const known = loaded.get(language);
    if (known) return known;
    const loading = load(language);
    loaded.set(language, loading);
    loading.catch(() => loaded.delete(language));
    return loading;
  };
}
