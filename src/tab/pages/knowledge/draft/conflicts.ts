import type { Edit } from './draftSaver.js';

/** A file that the author and somebody else changed since the draft was begun. */
export interface Conflict {
  path: string;
  /** What somebody else made of it; undefined where they deleted it. */
  theirs: string | undefined;
}

type Files = Readonly<Record<string, string>>;

/**
 * The edits that do not simply go on top of what is served now.
 * @param begun what the draft began from; undefined where that is kept no longer: nobody knows then
 * who changed what, and the author looks at each file in which they differ
 */
export function conflictsOf(
  edits: readonly Edit[],
  begun: Files | undefined,
  served: Files,
): Conflict[] {
  return edits
    .map(({ path, text }) => ({ path, mine: text ?? undefined, theirs: served[path] }))
    .filter(({ mine, theirs }) => theirs !== mine)
    .filter(({ path, theirs }) => !begun || theirs !== begun[path])
    .map(({ path, theirs }) => ({ path, theirs }));
}
