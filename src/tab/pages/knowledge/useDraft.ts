import { useEffect, useRef, useState } from 'react';
import { messageOf, useFetched } from '../../lib/hooks.js';
import { useTab } from '../../lib/tabContext.js';
import type { KnowledgeFiles } from '../../lib/types.js';

const SAVE_AFTER_MS = 600;

export interface Edit {
  path: string;
  text: string;
}

export interface Draft {
  /** What is served now, without the author's edits. */
  served: KnowledgeFiles | undefined;
  edits: readonly Edit[];
  /** The revision that the edits began from. */
  basedOn: number;
  textOf(path: string): string;
  change(path: string, text: string): void;
  undo(path: string): void;
  /** Everything was published. */
  clear(): void;
}

/** The author's edits, kept on the server so that they outlive the page. */
export function useDraft(): Draft {
  const { api, announce } = useTab();
  const { data: served, reload } = useFetched<KnowledgeFiles>('knowledge');
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(new Map());
  const [basedOn, setBasedOn] = useState(0);
  const isLoaded = useRef(false);

  useEffect(() => {
    if (!served || isLoaded.current) return;
    isLoaded.current = true;
    const kept = (served.draft?.edits ?? []).map(({ path, text }) => [path, text ?? ''] as const);
    setEdits(new Map(kept));
    setBasedOn(served.draft?.basedOn ?? served.served.number);
  }, [served]);

  const toSave = [...edits].map(([path, text]) => ({ path, text }));
  const json = JSON.stringify(toSave);
  const saved = useRef('[]');
  useEffect(() => {
    if (!isLoaded.current || saved.current === json) return;
    const timer = setTimeout(() => {
      saved.current = json;
      api
        .put('knowledge/draft', { edits: JSON.parse(json) as unknown })
        .catch((err: unknown) => announce(messageOf(err), true));
    }, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [api, json]);

  const set = (change: (edits: Map<string, string>) => void): void => {
    const next = new Map(edits);
    change(next);
    setEdits(next);
  };
  return {
    served,
    edits: toSave,
    basedOn,
    textOf: (path) => edits.get(path) ?? served?.files[path] ?? '',
    change: (path, text) =>
      set((next) => (text === served?.files[path] ? next.delete(path) : next.set(path, text))),
    undo: (path) => set((next) => next.delete(path)),
    clear() {
      setEdits(new Map());
      saved.current = '[]';
      isLoaded.current = false;
      reload();
    },
  };
}
