import { useEffect, useRef, useState } from 'react';
import { useTab } from './tabContext.js';
import type { Change } from './types.js';

/** A value that follows `value` once it has rested for `restMs`. */
export function useRested<T>(value: T, restMs = 300): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested;
}

/** The value, or the last one there was while the next is on its way: a page need not go blank. */
export function useKept<T>(value: T | undefined): T | undefined {
  const kept = useRef(value);
  if (value !== undefined) kept.current = value;
  return kept.current;
}

/**
 * What a path answers, read again on changes that `concerns` it; undefined until it is there.
 * @param instead what a failure means; left out or undefined, the person is told of it
 */
export function useFetched<T>(
  path: string | undefined,
  concerns: (change: Change) => boolean = () => false,
  instead: (err: unknown) => T | undefined = () => undefined,
): { data: T | undefined; reload: () => void } {
  const { api, onChange, complain } = useTab();
  const [data, setData] = useState<T>();
  const [round, setRound] = useState(0);
  const reload = () => setRound((before) => before + 1);
  useEffect(() => setData(undefined), [path]);
  useEffect(() => {
    if (path === undefined) return;
    let isWanted = true;
    api
      .get<T>(path)
      .then((found) => isWanted && setData(found))
      .catch((err: unknown) => {
        if (!isWanted) return;
        const found = instead(err);
        if (found === undefined) complain(err);
        else setData(found);
      });
    return () => {
      isWanted = false;
    };
  }, [api, path, round, complain]);
  useEffect(
    () =>
      onChange((change) => {
        if (!change || concerns(change)) reload();
      }),
    // Which changes concern a path is settled with the path.
    [onChange, path],
  );
  return { data, reload };
}
