import type { Finding } from '../../content/findings.js';
import type { MissedPhrase } from './missedPhrases.js';
import type { Trial } from './trial.js';

/** A checked, immutable set of content. */
export interface Revision {
  number: number;
  /** Digest of its files; equal digests mean equal content. */
  digest: string;
  author: string;
  note: string;
  at: Date;
  /** The revision that was served when it was made; undefined for the first. */
  basedOn?: number | undefined;
}

/** Content files by path from the content root, as text: `knowledge/topics/no-sms.json` → JSON. */
export type ContentFiles = ReadonlyMap<string, string>;

/** One file as an author wants it; `undefined` deletes it. */
export interface FileEdit {
  path: string;
  text: string | undefined;
}

/** An author's unpublished edits. */
export interface Draft {
  author: string;
  basedOn: number;
  edits: readonly FileEdit[];
  changedAt: Date;
}

/** A regression phrase whose answer would change. */
export interface PhraseChange {
  phrase: string;
  language: string;
  /** The topic whose phrase it is; undefined for messages that no topic answers. */
  expected?: string | undefined;
  before?: string | undefined;
  after?: string | undefined;
}

/** What publishing would do. */
export interface Preview {
  /** Of `npm run check`: with an error among them nothing can be published. */
  findings: readonly Finding[];
  /** Phrases that match from then on, and that no longer do. */
  gained: readonly PhraseChange[];
  lost: readonly PhraseChange[];
}

/** Who edits the content: the tab, a moderator who teaches, the command line. */
export interface EditorialDesk {
  served(): Revision;
  revisions(): Promise<Revision[]>;
  /** @throws NoRevisionError */
  filesOf(number: number): Promise<ContentFiles>;
  draftOf(author: string): Promise<Draft | undefined>;
  /**
   * Keeps these edits with the author's earlier ones, of which they replace those of the same
   * files; an edit with the text of the served file is dropped.
   * @param basedOn the revision that the author saw; left out, that of the earlier edits, or the
   * served one
   */
  saveDraft(author: string, edits: readonly FileEdit[], basedOn?: number): Promise<Draft>;
  dropDraft(author: string): Promise<void>;
  /** What publishing these edits would do; with `thorough` a model is trained for it (30 s). */
  preview(edits: readonly FileEdit[], options?: { thorough?: boolean }): Promise<Preview>;
  /**
   * Checks and publishes edits of the revision `basedOn`; every replica serves them in seconds.
   * @throws ContentError when the check finds errors, EditConflictError, NoRevisionError when `basedOn`
   * is not there any more: nobody can tell then what was changed meanwhile
   */
  publish(
    author: string,
    note: string,
    edits: readonly FileEdit[],
    basedOn: number,
  ): Promise<Revision>;
  /**
   * Serves an earlier revision again, as a new one; the note says so in English where left out.
   * @throws NoRevisionError
   */
  takeBack(author: string, number: number, note?: string): Promise<Revision>;
  /**
   * What would become of a question if these edits were published. What was never learnt is learnt
   * first, which takes half a minute; the last edits stay known.
   * @throws ContentError when the check finds errors
   */
  tryEdits(edits: readonly FileEdit[], text: string): Promise<Trial>;
  /** The served phrases that miss their own topic; seconds of work for each revision, then known. */
  missedPhrases(): Promise<MissedPhrase[]>;
  /** What a phrase would turn wrong if it were taught; fast enough for a dialog (no training). */
  wouldBreak(phrase: string, language: string, topic: string): Promise<PhraseChange[]>;
  /** Teaches a phrase of a topic; it takes effect in every replica within seconds. */
  teach(author: string, phrase: string, language: string, topic: string): Promise<Revision>;
}
