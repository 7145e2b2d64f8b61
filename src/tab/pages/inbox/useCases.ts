import { useCallback, useEffect, useRef, useState } from 'react';
import { useTab } from '../../lib/tabContext.js';
import type { CaseLine, CaseList, CaseState } from '../../lib/types.js';

/** As many as are read at once. */
const CHUNK = 100;
const REST_MS = 150;

export interface CaseFilter {
  states: CaseState[];
  language: string;
  search: string;
  mine: boolean;
  olderThanDays: string;
  order: 'newest' | 'most-asked';
}

export interface Cases {
  total: number;
  counts: CaseList['counts'] | undefined;
  /** The case at a place in the list, or undefined while it is on its way. */
  at(index: number): CaseLine | undefined;
  /** Says which part of the list is in sight: that part is read, and kept fresh. */
  see(first: number, last: number): void;
}

/** The cases that fit, read a chunk at a time as they come into sight. */
export function useCases(filter: CaseFilter): Cases {
  const { api, onChange, complain } = useTab();
  const [found, setFound] = useState<{ total: number; counts?: CaseList['counts'] }>({ total: 0 });
  const [chunks, setChunks] = useState(new Map<number, CaseLine[]>());
  const seen = useRef({ first: 0, last: 0 });
  const asked = useRef(new Set<number>());
  const query = queryOf(filter);

  const load = useCallback(
    async (chunk: number, isWanted: () => boolean) => {
      asked.current.add(chunk);
      try {
        const path = `cases?${query}&offset=${chunk * CHUNK}&limit=${CHUNK}`;
        const { cases, total, counts } = await api.get<CaseList>(path);
        if (!isWanted()) return;
        setFound({ total, counts });
        setChunks((before) => new Map(before).set(chunk, cases));
      } catch (err) {
        asked.current.delete(chunk);
        if (isWanted()) complain(err);
      }
    },
    [api, query, complain],
  );

  const wanted = useRef<() => boolean>(() => true);
  useEffect(() => {
    let isWanted = true;
    wanted.current = () => isWanted;
    asked.current = new Set();
    setChunks(new Map());
    void load(0, wanted.current);
    return () => {
      isWanted = false;
    };
  }, [load]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onChange((change) => {
      if (change && change.what !== 'case') return;
      clearTimeout(timer);
      // Many changes at once are one reading.
      timer = setTimeout(() => {
        const { first, last } = seen.current;
        asked.current = new Set();
        for (let chunk = chunkOf(first); chunk <= chunkOf(last); chunk++) {
          void load(chunk, wanted.current);
        }
      }, REST_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [onChange, load]);

  return {
    ...found,
    counts: found.counts,
    at: (index) => chunks.get(chunkOf(index))?.[index % CHUNK],
    see(first, last) {
      seen.current = { first, last };
      for (let chunk = chunkOf(first); chunk <= chunkOf(last); chunk++) {
        if (!asked.current.has(chunk)) void load(chunk, wanted.current);
      }
    },
  };
}

function chunkOf(index: number): number {
  return Math.floor(Math.max(index, 0) / CHUNK);
}

function queryOf(filter: CaseFilter): string {
  const { states, language, search, mine, olderThanDays, order } = filter;
  const query = new URLSearchParams({ order });
  if (states.length > 0) query.set('states', states.join(','));
  if (language !== '') query.set('language', language);
  if (search.trim() !== '') query.set('search', search.trim());
  if (mine) query.set('mine', 'true');
  if (olderThanDays !== '') query.set('olderThanDays', olderThanDays);
  return query.toString();
}
