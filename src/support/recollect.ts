import type { ChatSettings } from './chatSettings.js';
import type { GoingDialog } from './dialogs/dialogMemory.js';
import type { Guidance } from './dialogs/guidance.js';
import type { NearestOffice } from './nearestOffice.js';
import type { Question } from './question.js';
import type { LastCard, Thread, ThreadMemory } from './threadMemory.js';

/** What is known of a person and of the thread they write in. */
export interface Recollection {
  thread: Thread;
  card: LastCard | undefined;
  going: GoingDialog | undefined;
  /** The language chosen in this chat. */
  chosenLanguage: string | undefined;
  /** The PMO office that they asked for last. */
  askedOffice: string | undefined;
}

export interface RecollectionParts {
  threads: ThreadMemory;
  guidance: Pick<Guidance, 'recall'>;
  chatSettings: Pick<ChatSettings, 'language'>;
  nearestOffice: Pick<NearestOffice, 'askedBy'>;
}

/** Looks everything up at once: the store answers what is asked together with one statement. */
export async function recollect(
  question: Question,
  { threads, guidance, chatSettings, nearestOffice }: RecollectionParts,
): Promise<Recollection> {
  const [thread, card, going, chosenLanguage, askedOffice] = await Promise.all([
    threads.thread(question),
    threads.lastCard(question),
    guidance.recall(question),
    chatSettings.language(question.place),
    nearestOffice.askedBy(question.personId),
  ]);
  return { thread, card, going, chosenLanguage, askedOffice };
}
