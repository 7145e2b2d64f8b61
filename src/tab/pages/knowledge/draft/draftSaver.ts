/** A file as its author wants it. */
export interface Edit {
  path: string;
  /** `null` deletes the file. */
  text: string | null;
}

export interface DraftSaver {
  /** Saves the edits once the typing rests. */
  save(edits: readonly Edit[]): void;
  /** Saves at once what is not saved yet; `isLeaving` when the page may be gone in a moment. */
  flush(isLeaving?: boolean): void;
}

const REST_MS = 600;

/**
 * Saves edits when the typing rests. What could not be saved is tried again with the next edit.
 * @param send resolves when the edits are kept; an edit replaces an earlier one of the same file
 */
export function createDraftSaver(
  send: (edits: Edit[], isLeaving: boolean) => Promise<unknown>,
  onProblem: (err: unknown) => void,
): DraftSaver {
  const unsaved = new Map<string, string | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (isLeaving = false): void => {
    clearTimeout(timer);
    if (unsaved.size === 0) return;
    const edits = [...unsaved].map(([path, text]) => ({ path, text }));
    // What is being sent is not taken for saved: if the page goes, it is sent once more.
    send(edits, isLeaving).then(() => {
      for (const { path, text } of edits) if (unsaved.get(path) === text) unsaved.delete(path);
    }, onProblem);
  };
  return {
    save(edits) {
      for (const { path, text } of edits) unsaved.set(path, text);
      clearTimeout(timer);
      timer = setTimeout(flush, REST_MS);
    },
    flush,
  };
}
