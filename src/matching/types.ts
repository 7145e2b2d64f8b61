/** What the bot should do with a message. */
export type Outcome = 'answer' | 'suggest' | 'unresolved' | 'silent';

/** A topic that may answer the message; `confidence` runs from 0 to 1 and is calibrated. */
export interface TopicMatch {
  id: string;
  confidence: number;
}

export interface MatchRequest {
  /** What the person typed, without mentions. */
  text: string;
  /** Whether the message was meant for the bot: only then may an unclear message be asked about. */
  addressed: boolean;
  /** The reader's locale as Teams reports it ("fr-BE"); decides the language of very short texts. */
  locale?: string | undefined;
  /** The topic the thread was last about, so that "and if that does not work?" finds its way. */
  lastTopic?: string | undefined;
}

export interface Understanding {
  /** One of the content's languages. */
  language: string;
  outcome: Outcome;
  /** Best first, at most the number of suggestions plus two; empty where nothing fits. */
  topics: TopicMatch[];
  /** Set where the message was read as going on about `lastTopic`, which then comes first. */
  followsUp?: true;
}

/** A piece of evidence: a word, word pair, part of a word or concept, and what it weighed. */
export interface Evidence {
  feature: string;
  weight: number;
}

export interface Explanation extends Understanding {
  /** Words replaced by the spelling repair, as typed and as read. */
  repaired: { typed: string; read: string }[];
  /** For the best and the second-best topic: what spoke for it most, strongest first. */
  reasons: { topic: string; evidence: Evidence[] }[];
  /** Share of the message's weight that the model knows, from 0 to 1. */
  known: number;
}

export interface Matcher {
  match(request: MatchRequest): Understanding;
  explain(request: MatchRequest): Explanation;
}

/** Confidence from 0 to 1 from which on the bot answers, suggests, or answers uninvited. */
export interface Bands {
  answer: number;
  /** Of the best topic against "none of these", whatever the other topics have. */
  suggest: number;
  ambient: number;
}

/** What the matcher decides by, as `knowledge/settings.json` states it. */
export interface MatchSettings {
  languages: string[];
  defaultLanguage: string;
  bands: Bands;
  suggestions: number;
  /** Shorter messages, in words, are never answered uninvited. */
  ambientMinWords: number;
  /** Topics that are never answered uninvited: people greet and thank each other. */
  smallTalk: readonly string[];
}

/** Everything a model learns from; plain data, so that it can cross to a worker and be digested. */
export interface TrainingData {
  languages: string[];
  topics: {
    id: string;
    /** How people ask it, by language. */
    phrases: Record<string, string[]>;
    /** The topic's own title and answer, by language: extra, weaker examples. */
    texts: Record<string, string[]>;
  }[];
  /** Messages that no topic answers, by language. */
  none: Record<string, string[]>;
  /** Concept id → language → words that mean it. */
  lexicon: Record<string, Record<string, string[]>>;
}
