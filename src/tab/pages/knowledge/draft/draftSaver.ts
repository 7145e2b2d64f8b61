/** A file as its author wants it. */
export interface Edit {
  path: string;
  /** `null` deletes the file. */
  text: string | null;
}

/** What the server adds to the draft that it keeps. */
export interface DraftChange {
  /** Each replaces an earlier one of the same file. */
  edits: Edit[];
  /** The revision that the draft began from. */
  basedOn: number;
}

export interface DraftSaver {
  /** Saves the edits once the typing rests. */
  save(edits: readonly Edit[], basedOn: number): void;
  /**
   * Saves at once what is not saved yet; `isLeaving` when the page may be gone in a moment.
   * @returns resolves when nothing is under way any more, whether it could be saved or not
   */
  flush(isLeaving?: boolean): Promise<void>;
  /** What is not known to be saved. */
  unsaved(): Edit[];
}

const REST_MS = 600;

/**
 * Saves edits when the typing rests, one save after the other, so that none overtakes a later one.
 * What could not be saved is tried again with the next edit.
 * @param send resolves when the change is kept
 */
export function createDraftSaver(
  send: (change: DraftChange, isLeaving: boolean) => Promise<unknown>,
  onProblem: (err: unknown) => void,
): DraftSaver {
  const texts = new Map<string, string | null>();
  let basedOn = 0;
  let toldBasedOn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line: Promise<void> = Promise.resolve();

  const unsaved = (): Edit[] => [...texts].map(([path, text]) => ({ path, text }));

  const sendUnsaved = async (isLeaving: boolean): Promise<void> => {
    const change = { edits: unsaved(), basedOn };
    if (change.edits.length === 0 && basedOn === toldBasedOn) return;
    try {
      await send(change, isLeaving);
    } catch (err) {
      return onProblem(err);
    }
    // It may have overtaken a save that was under way, or have been overtaken by it.
    if (isLeaving) return;
    toldBasedOn = change.basedOn;
    for (const { path, text } of change.edits) if (texts.get(path) === text) texts.delete(path);
  };

  const flush = (isLeaving = false): Promise<void> => {
    clearTimeout(timer);
    // Whoever leaves cannot wait for its turn; whoever stays after all saves once more in turn.
    const left = isLeaving ? sendUnsaved(true) : undefined;
    line = Promise.all([line, left]).then(() => sendUnsaved(false));
    return line;
  };

  return {
    save(edits, from) {
      for (const { path, text } of edits) texts.set(path, text);
      basedOn = from;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), REST_MS);
    },
    flush,
    unsaved,
  };
}
