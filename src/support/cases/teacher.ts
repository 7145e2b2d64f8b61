/** A question that would get another answer. */
export interface BrokenPhrase {
  phrase: string;
  language: string;
}

/** Adds what moderators know to the knowledge. */
export interface Teacher {
  /** What a phrase would turn wrong if it were taught. */
  wouldBreak(phrase: string, language: string, topic: string): Promise<readonly BrokenPhrase[]>;
  /** Teaches a phrase of a topic; it takes effect in every replica within seconds. */
  teach(author: string, phrase: string, language: string, topic: string): Promise<unknown>;
  /** Keeps the draft of a new topic for the author. */
  draftTopic(author: string, draft: TopicDraft): Promise<unknown>;
}

export interface TopicDraft {
  question: string;
  answer: string;
  language: string;
}
