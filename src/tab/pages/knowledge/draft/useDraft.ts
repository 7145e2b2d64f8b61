import { useEffect, useMemo, useRef, useState } from 'react';
import { messageOf, useFetched } from '../../../lib/hooks.js';
import { useTab } from '../../../lib/tabContext.js';
import type { KnowledgeFiles } from '../../../lib/types.js';
import { createDraftSaver, type Edit } from './draftSaver.js';
import { useConflicts, type Conflict } from './useConflicts.js';

export type { Edit };

export interface Draft {
  /** What is served now, without the author's edits; undefined until it is there. */
  served: KnowledgeFiles | undefined;
  edits: readonly Edit[];
  /** The paths of all files, with those that the author adds and without those deleted. */
  paths: readonly string[];
  /** The revision that the edits began from. */
  basedOn: number;
  /** Files that somebody else published meanwhile, and that the author has changed too. */
  conflicts: readonly Conflict[];
  /** As the author has it; undefined where there is no such file. */
  textOf(path: string): string | undefined;
  change(edits: readonly Edit[]): void;
  undo(path: string): void;
  /** The author has put together what both wrote. */
  settle(conflict: Conflict): void;
  /** Everything was published. */
  clear(): void;
  /** Looks again at what is served. */
  reload(): void;
}

/** The author's edits, kept on the server so that they outlive the page. */
export function useDraft(): Draft {
  const { api, announce } = useTab();
  const { data: served, reload } = useFetched<KnowledgeFiles>(
    'knowledge',
    (change) => change.what === 'revision',
  );
  const [edited, setEdited] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [basedOn, setBasedOn] = useState(0);
  const isLoaded = useRef(false);
  const base = useRef(0);
  base.current = basedOn;

  const saver = useMemo(
    () =>
      createDraftSaver(
        (edits, isLeaving) =>
          (isLeaving ? api.postLeaving : api.post)('knowledge/draft', {
            edits,
            basedOn: base.current,
          }),
        (err) => announce(messageOf(err), true),
      ),
    [api],
  );
  useEffect(() => {
    const leave = (): void => saver.flush(true);
    const leaveIfHidden = (): void => void (document.hidden && leave());
    addEventListener('pagehide', leave);
    addEventListener('blur', leave);
    document.addEventListener('visibilitychange', leaveIfHidden);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('blur', leave);
      document.removeEventListener('visibilitychange', leaveIfHidden);
      saver.flush();
    };
  }, [saver]);

  useEffect(() => {
    if (!served) return;
    if (!isLoaded.current) {
      isLoaded.current = true;
      const kept = served.draft?.edits ?? [];
      setEdited(new Map(kept.map(({ path, text }) => [path, text ?? null])));
      setBasedOn(served.draft?.basedOn ?? served.served.number);
    } else if (edited.size === 0) setBasedOn(served.served.number);
  }, [served, edited.size]);

  const edits = useMemo(() => [...edited].map(([path, text]) => ({ path, text })), [edited]);
  const { conflicts, settle } = useConflicts({ served, edits, basedOn }, (number) => {
    setBasedOn(number);
    api
      .post('knowledge/draft', { edits: [], basedOn: number })
      .catch((err: unknown) => announce(messageOf(err), true));
  });
  const servedTextOf = (path: string): string | null => served?.files[path] ?? null;
  const change = (changed: readonly Edit[]): void => {
    setEdited((before) => {
      const next = new Map(before);
      for (const { path, text } of changed) {
        if (text === servedTextOf(path)) next.delete(path);
        else next.set(path, text);
      }
      return next;
    });
    saver.save(changed);
  };
  const textOf = (path: string): string | undefined => {
    const text = edited.get(path);
    return (text === undefined ? servedTextOf(path) : text) ?? undefined;
  };
  const all = new Set([...Object.keys(served?.files ?? {}), ...edited.keys()]);
  return {
    served,
    edits,
    paths: [...all].filter((path) => textOf(path) !== undefined).sort(),
    basedOn,
    conflicts,
    textOf,
    change,
    undo: (path) => change([{ path, text: servedTextOf(path) }]),
    settle,
    reload,
    clear() {
      setEdited(new Map());
      reload();
    },
  };
}
