import type { Understanding } from '../../matching/types.js';
import type { Clock, Log } from '../ports.js';
import { repeat, type Repetition } from '../repeat.js';
import {
  dayOf,
  keyOf,
  type InsightStore,
  type QuestionCount,
  type QuestionOutcome,
} from './insightStore.js';

/** Counts in memory: nobody's turn waits for it. */
export interface QuestionCounter {
  /** A question got a reply; `topic` is the one that answered, if any. */
  replied(understood: Understanding, topic: string | undefined): void;
  /** A message that nobody had addressed to the bot got none. */
  keptSilent(understood: Understanding): void;
  /** Begins to write down what was counted. */
  start(everyMs?: number): void;
  /** Writes down the rest, and stops. */
  stop(): Promise<void>;
}

/** What a crash may lose; seldom enough that counting costs a turn nothing. */
const EVERY_MS = 5_000;

/** Counts questions by day, in memory for a few seconds and then in the store. */
export function createQuestionCounter({
  store,
  clock,
  log,
}: {
  store: Pick<InsightStore, 'add'>;
  clock: Clock;
  log: Log;
}): QuestionCounter {
  let counted = new Map<string, QuestionCount>();
  let writing: Repetition | undefined;

  const add = (more: QuestionCount): void => {
    const key = keyOf(more);
    const before = counted.get(key)?.count ?? 0;
    counted.set(key, { ...more, count: before + more.count });
  };
  const note = (outcome: QuestionOutcome, topic = '', language: string): void =>
    add({ day: dayOf(clock()), outcome, topic, language, count: 1 });
  const write = async (): Promise<void> => {
    if (counted.size === 0) return;
    const due = [...counted.values()];
    counted = new Map();
    try {
      await store.add(due);
    } catch (err) {
      // The store may be back at the next attempt.
      due.forEach(add);
      throw err;
    }
  };
  const tell = (err: unknown): void => log.warn({ err }, 'could not write down what was counted');

  return {
    replied({ outcome, topics: [best], language }, topic) {
      note(outcome, topic ?? (outcome === 'suggest' ? best?.id : undefined), language);
    },
    keptSilent({ outcome, topics: [best], language }) {
      if (outcome === 'answer') note('withheld', best?.id, language);
      else note('silent', undefined, language);
    },
    start(everyMs = EVERY_MS) {
      writing = repeat(everyMs, write, tell);
    },
    async stop() {
      await writing?.stop();
      await write().catch(tell);
    },
  };
}
