import type { Say } from './say.js';
import type { RevisionLine } from './types.js';

type Written = Pick<RevisionLine, 'author' | 'note'>;

/** What the program writes in the place of a person's name, with a note of its own, in English. */
const FOLDERS = 'folders';

/** Who published a revision; for what came from the folders, so in the tab's language. */
export function authorOf({ author }: Written, say: Say): string {
  return author === FOLDERS ? say('author-folders') : author;
}

/** Why, as its author wrote it; for what came from the folders, so in the tab's language. */
export function noteOf({ author, note }: Written, say: Say): string {
  return author === FOLDERS ? say('note-folders') : note;
}
