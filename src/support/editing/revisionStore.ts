import type { ContentFiles, Revision } from './revision.js';

export interface StoredRevision extends Revision {
  /** Whether the folders have held exactly this content at some time. */
  inFolders: boolean;
  /** The program that found it good, by its `judgeName`; undefined where none has said so. */
  judgedBy?: string | undefined;
}

export type NewRevision = Omit<StoredRevision, 'number' | 'at'>;

/** Keeps the newest 500 revisions; equal texts of files are kept once. */
export interface RevisionStore {
  newest(): Promise<StoredRevision | undefined>;
  /** The newest first, at most `most`. */
  list(most?: number): Promise<StoredRevision[]>;
  /** Undefined where there is no revision of that number. */
  files(number: number): Promise<ContentFiles | undefined>;
  /**
   * Adds the revision that follows on `basedOn`.
   * @returns undefined when somebody else has added one meanwhile
   */
  add(revision: NewRevision, files: ContentFiles): Promise<StoredRevision | undefined>;
  /** Notes that the folders hold exactly this revision. */
  noteInFolders(number: number): Promise<void>;
  /** Tells when another process may have added one. @returns how to stop listening */
  onNews(listener: () => void): () => void;
}
