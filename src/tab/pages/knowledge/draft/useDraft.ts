import { useMemo, useState } from 'react';
import { ApiFailure } from '../../../lib/api.js';
import { useFetched } from '../../../lib/hooks.js';
import { useTab } from '../../../lib/tabContext.js';
import type { KnowledgeFiles, RevisionLine } from '../../../lib/types.js';
import { languagesIn, SETTINGS } from '../schema/knownIds.js';
import { parseJson } from '../schema/parseJson.js';
import type { Edit } from './draftSaver.js';
import type { Conflict } from './conflicts.js';
import { useConflicts } from './useConflicts.js';
import { useDraftSaver } from './useDraftSaver.js';

export type { Edit };

export interface Draft {
  /** What is served now, without the author's edits; undefined until it is there. */
  served: KnowledgeFiles | undefined;
  edits: readonly Edit[];
  /** The paths of all files, with those that the author adds and without those deleted. */
  paths: readonly string[];
  /** The languages that the bot would speak. */
  languages: readonly string[];
  /** Files that somebody else published meanwhile, and that the author has changed too. */
  conflicts: readonly Conflict[];
  /** As the author has it; undefined where there is no such file. */
  textOf(path: string): string | undefined;
  change(edits: readonly Edit[]): void;
  undo(path: string): void;
  /** The author has put together what both wrote. */
  settle(conflict: Conflict): void;
  /** @throws ApiFailure when the server does not take it */
  publish(note: string): Promise<RevisionLine>;
}

/** What the author has written, since the page was opened or before. */
interface Own {
  /** By path; some may say what is served. */
  texts: ReadonlyMap<string, string | null>;
  /** The revision that they began from. */
  basedOn: number;
  /** What was served when they were last looked through. */
  seen?: KnowledgeFiles;
}

/** The author's edits, kept on the server so that they outlive the page. */
export function useDraft(): Draft {
  const { api, me } = useTab();
  const { saver, isReady } = useDraftSaver();
  const { data: served, reload } = useFetched<KnowledgeFiles>(
    isReady ? 'knowledge' : undefined,
    (change) => change.what === 'revision',
  );
  const [own, setOwn] = useState<Own>({ texts: new Map(), basedOn: 0 });
  if (served && served !== own.seen) {
    setOwn(own.seen ? follow(own, served) : begin(served, saver.unsaved()));
  }
  const servedTextOf = (path: string): string | null => served?.files[path] ?? null;
  const edits = useMemo(
    () =>
      [...own.texts]
        .map(([path, text]) => ({ path, text }))
        .filter(({ path, text }) => text !== servedTextOf(path)),
    [own.texts, served],
  );
  const servedNumber = served?.served.number ?? 0;
  const basedOn = edits.length === 0 ? Math.max(own.basedOn, servedNumber) : own.basedOn;
  const { conflicts, settle } = useConflicts({ served, edits, basedOn }, (number) => {
    setOwn((before) => ({ ...before, basedOn: number }));
    saver.save([], number);
  });
  const change = (changed: readonly Edit[]): void => {
    const next = changed.map(({ path, text }) => [path, text] as const);
    setOwn((before) => ({ ...before, texts: new Map([...before.texts, ...next]), basedOn }));
    saver.save(changed, basedOn);
  };
  const textOf = (path: string): string | undefined => {
    const text = own.texts.get(path);
    return (text === undefined ? servedTextOf(path) : text) ?? undefined;
  };
  const all = new Set([...Object.keys(served?.files ?? {}), ...own.texts.keys()]);
  const settings = textOf(SETTINGS);
  const languages = useMemo(() => languagesIn(parseJson(settings)), [settings]);
  return {
    served,
    edits,
    paths: [...all].filter((path) => textOf(path) !== undefined).sort(),
    // Nothing is named while somebody writes the settings anew.
    languages: languages.length === 0 ? me.languages : languages,
    conflicts,
    textOf,
    change,
    undo: (path) => change([{ path, text: servedTextOf(path) }]),
    settle,
    async publish(note) {
      // A save that comes later would bring the draft back.
      await saver.flush();
      try {
        const body = { edits, note, basedOn };
        const { revision } = await api.post<{ revision: RevisionLine }>('knowledge/publish', body);
        setOwn((before) => ({ ...before, basedOn: revision.number }));
        reload();
        return revision;
      } catch (err) {
        // Somebody was quicker: what they published shows by how much.
        if (err instanceof ApiFailure && err.code === 'edit-conflict') reload();
        throw err;
      }
    },
  };
}

/** The draft that the server kept, and what could not be saved in it yet. */
function begin(served: KnowledgeFiles, unsaved: readonly Edit[]): Own {
  const { edits = [], basedOn = served.served.number } = served.draft ?? {};
  const kept = [...edits, ...unsaved].map(({ path, text }) => [path, text ?? null] as const);
  return { texts: new Map(kept), basedOn, seen: served };
}

/** What is served by now is no longer the author's to change: others may do so later. */
function follow({ texts, basedOn }: Own, served: KnowledgeFiles): Own {
  const left = [...texts].filter(([path, text]) => text !== (served.files[path] ?? null));
  return {
    texts: new Map(left),
    basedOn: left.length === 0 ? Math.max(basedOn, served.served.number) : basedOn,
    seen: served,
  };
}
