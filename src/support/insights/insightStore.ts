/** A day by UTC, such as "2026-11-24": every replica and every clock means the same by it. */
export type Day = string;

/**
 * What became of a question, as the matcher names it; 'withheld' is an answer that the bot was sure
 * of and did not give, because nobody had asked it or it had been told to be quiet.
 */
export type QuestionOutcome = 'answer' | 'suggest' | 'unresolved' | 'silent' | 'withheld';

/** How many questions of a day went alike. Nothing in it is about a person. */
export interface QuestionCount {
  day: Day;
  outcome: QuestionOutcome;
  /** The topic that answered, or that came first of those suggested; '' where there was none. */
  topic: string;
  language: string;
  count: number;
}

/** The same for questions that are counted together. */
export function keyOf({ day, outcome, topic, language }: Omit<QuestionCount, 'count'>): string {
  return [day, outcome, topic, language].join('|');
}

/** Counts for those who look after the bot. */
export interface InsightStore {
  /** Adds to what this and other replicas have counted before: all of it, or nothing. */
  add(counts: readonly QuestionCount[]): Promise<void>;
  /** From that day on, by day and outcome. */
  byDay(from: Day): Promise<Pick<QuestionCount, 'day' | 'outcome' | 'count'>[]>;
  /** From that day on, by topic, language and outcome. */
  byTopic(from: Day): Promise<Omit<QuestionCount, 'day'>[]>;
  /** From that day on: how many people's questions went to the moderators, by day and language. */
  handedOver(from: Day): Promise<Pick<QuestionCount, 'day' | 'language' | 'count'>[]>;
  /**
   * How long each case that moderators answered from that day on had waited, in ms, shortest first:
   * since it was opened, or since it was opened again.
   */
  answerWaits(from: Day): Promise<number[]>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): Day {
  return moment.toISOString().slice(0, 10);
}

/** The day so many days before; negative for after. */
export function daysBefore(day: Day, days: number): Day {
  return dayOf(new Date(startOf(day) - days * DAY_MS));
}

/** When the day begins, in ms since 1970. */
export function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
