import type { CheckedContent } from '../../content/checkContent.js';
import type { ContentSource } from '../../content/contentSource.js';
import type { LabelledPhrase, Similar } from '../../matching/taught.js';
import type { MissedPhrase } from './missedPhrases.js';
import type { Finding } from '../../content/findings.js';
import type { ContentFiles, PhraseChange } from './revision.js';
import type { Trial } from './trial.js';

/** What takes too long for the thread that answers people, done beside it. */
export interface Workbench {
  /** The check that everything passes before it is served; `thorough` as in `npm run check`. */
  check(source: ContentSource, thorough: boolean): Promise<CheckedContent>;
  /**
   * Which phrases match after an edit that did not before, and the other way round. Trains what
   * was never learnt, which takes half a minute.
   * @param before,after good content
   */
  compare(
    before: ContentFiles,
    after: ContentFiles,
  ): Promise<{ gained: PhraseChange[]; lost: PhraseChange[] }>;
  /**
   * What would become of a question after an edit; undefined where the edited content is not good.
   * Learns what was never learnt, which takes half a minute; the last edit stays known.
   * @param before good content: its model is not lost for all the edits that are tried
   */
  tryQuestion(
    before: ContentFiles,
    after: ContentFiles,
    text: string,
  ): Promise<{ findings: Finding[]; trial: Trial | undefined }>;
  /** The phrases of good content that are not answered with the topic under which they stand. */
  missedPhrases(files: ContentFiles): Promise<MissedPhrase[]>;
  /** The phrases that say nearly the same as a text, the most similar first. */
  findSimilar<Label>(
    phrases: readonly LabelledPhrase<Label>[],
    text: string,
  ): Promise<Similar<Label>[]>;
  /** Ends what is under way. */
  stop(): Promise<void>;
}
