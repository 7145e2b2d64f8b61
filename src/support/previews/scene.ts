import type { Content } from '../../content/content.js';
import type { CardView } from '../reply.js';

/** Something that people see of a file. */
export interface Scene {
  /** Names it among those of its file. */
  id: string;
  /** What it is called in the content itself, such as a helpdesk's name; left out, `id` says it. */
  title?: string | undefined;
  /** @throws NotWrittenError, UnfinishedContentError: the message says why nothing is to be seen */
  view(): CardView;
}

/** For whom, and when, something is shown. */
export interface Occasion {
  content: Content;
  language: string;
  now: Date;
  botName: string;
}
