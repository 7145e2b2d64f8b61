import type { Kysely } from 'kysely';
import type { OpenDatabase } from './dialects/openDatabase.js';
import { sql } from './kysely.js';
import { createSignal } from './signal.js';
import type { StoreParts } from './storeParts.js';
import type { Tables } from './tables.js';

/** What processes tell each other that there is something new of. */
export const TOPICS = ['revision', 'case'] as const;
export type Topic = (typeof TOPICS)[number];

export interface News {
  /** Tells the other processes once the transaction is committed; on PostgreSQL alone. */
  pass(to: Kysely<Tables>, topic: Topic): Promise<void>;
  /** Tells those who listen in this process. */
  tell(topic: Topic): void;
  /** @returns how to stop listening */
  listen(topic: Topic, listener: () => void): () => void;
  /** Hears no other process any more. */
  stop(): Promise<void>;
}

/** PostgreSQL's channel for a topic. */
export function channelOf(topic: Topic): string {
  return `after_ec_helper_${topic}`;
}

/** Passes news on among processes, as far as the database can; it hears from the first listener on. */
export function createNews(
  { kind, instanceId }: Pick<StoreParts, 'kind' | 'instanceId'>,
  hear: OpenDatabase['listen'],
): News {
  const signals = { revision: createSignal(), case: createSignal() };
  let deafen: (() => Promise<void>) | undefined;
  return {
    async pass(to, topic) {
      if (kind !== 'postgres') return;
      await sql`select pg_notify(${channelOf(topic)}, ${instanceId})`.execute(to);
    },
    tell: (topic) => signals[topic].tell(),
    listen(topic, listener) {
      deafen ??= hear?.((heard, from) => {
        // PostgreSQL tells whoever told it, too.
        if (from === instanceId) return;
        for (const each of heard ? [heard] : TOPICS) signals[each].tell();
      });
      return signals[topic].listen(listener);
    },
    stop: async () => void (await deafen?.()),
  };
}
