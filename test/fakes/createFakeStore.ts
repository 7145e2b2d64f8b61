import { StoreClosedError } from '../../src/store/errors/storeClosedError.js';
import type { Store } from '../../src/store/createStore.js';
import type { QuestionCount } from '../../src/support/insights/insightStore.js';
import type { FeedbackEntry } from '../../src/support/ports.js';
import { createFakeCases, createFakeCaseDisk, type FakeCaseDisk } from './createFakeCases.js';
import { createFakeInsights } from './createFakeInsights.js';
import { createFakeOutbox, type FakeLetter } from './createFakeOutbox.js';
import { createFakeRevisions, type FakeRevision } from './createFakeRevisions.js';

type FakeVote = FeedbackEntry & { givenAt: number };

/** What stays when a fake store is closed; give it to the next one to play a restart. */
export interface FakeDisk {
  documents: Map<string, { json: string; expiresAt: number; personId?: string | undefined }>;
  handled: Map<string, { expiresAt: number }>;
  votes: Map<string, FakeVote>;
  cases: FakeCaseDisk;
  letters: Map<string, FakeLetter>;
  counts: Map<string, QuestionCount>;
  laneUses: Map<string, number[]>;
  revisions: FakeRevision[];
}

export function createFakeDisk(): FakeDisk {
  return {
    documents: new Map(),
    handled: new Map(),
    votes: new Map(),
    cases: createFakeCaseDisk(),
    letters: new Map(),
    counts: new Map(),
    laneUses: new Map(),
    revisions: [],
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A store in memory alone, for tests that are about something else; it keeps the contract. */
export function createFakeStore({
  clock = () => new Date(),
  disk = createFakeDisk(),
}: { clock?: () => Date; disk?: FakeDisk } = {}): Store {
  let closed = false;
  const now = () => clock().getTime();
  /** Async, as the real ones are: nobody must come to rely on an answer within the same tick. */
  const write = async <T>(work: () => T): Promise<T> => {
    if (closed) throw new StoreClosedError();
    await Promise.resolve();
    return work();
  };
  const outbox = createFakeOutbox(disk, now, write);
  return {
    memory: createFakeMemory(disk, now, write),
    ledger: createFakeLedger(disk, now, write),
    feedback: createFakeFeedback(disk, now, write),
    cases: createFakeCases(disk.cases, now, write, outbox.putNow),
    insights: createFakeInsights(disk, write),
    outbox,
    revisions: createFakeRevisions(disk.revisions, now, write),
    clock,
    ping: () => write(() => undefined),
    close() {
      closed = true;
      return Promise.resolve();
    },
  };
}

export type Now = () => number;
export type Write = <T>(work: () => T) => Promise<T>;

function createFakeMemory({ documents }: FakeDisk, now: Now, write: Write): Store['memory'] {
  const key = (kind: string, id: string) => JSON.stringify([kind, id]);
  const alive = (kind: string, id: string) => {
    const document = documents.get(key(kind, id));
    return document && document.expiresAt > now() ? document : undefined;
  };
  const remember: Store['memory']['write'] = async (kind, id, value, lifetimeMs, personId) => {
    const json = JSON.stringify(value) as string | undefined;
    if (json === undefined) throw new TypeError(`nothing to remember under ${kind}`);
    const expiresAt = now() + lifetimeMs;
    await write(() => documents.set(key(kind, id), { json, expiresAt, personId }));
  };
  return {
    async read<T>(kind: string, id: string) {
      await Promise.resolve();
      const document = alive(kind, id);
      return document && (JSON.parse(document.json) as T);
    },
    write: remember,
    keep: remember,
    async forget(kind, id) {
      await write(() => documents.delete(key(kind, id)));
    },
    async forgetPerson(personId) {
      await write(() => {
        for (const [each, document] of documents) {
          if (document.personId === personId) documents.delete(each);
        }
      });
    },
    claim: (kind, id, lifetimeMs) =>
      write(() => {
        if (alive(kind, id)) return false;
        documents.set(key(kind, id), { json: 'true', expiresAt: now() + lifetimeMs });
        return true;
      }),
  };
}

function createFakeLedger({ handled }: FakeDisk, now: Now, write: Write): Store['ledger'] {
  const working = new Set<string>();
  return {
    begin: (key) =>
      write(() => {
        const isKnown = working.has(key) || (handled.get(key)?.expiresAt ?? 0) > now();
        if (!isKnown) working.add(key);
        return isKnown ? 'duplicate' : 'new';
      }),
    async finish(key) {
      await write(() => handled.set(key, { expiresAt: now() + DAY_MS }));
      working.delete(key);
    },
    async release(key) {
      await write(() => working.delete(key));
    },
  };
}

function createFakeFeedback({ votes }: FakeDisk, now: Now, write: Write): Store['feedback'] {
  let strangers = 0;
  const forgetVotes = (fits: (vote: FakeVote) => boolean) =>
    write(() => {
      const gone = [...votes].filter(([, vote]) => vote.personId !== '' && fits(vote));
      for (const [key, vote] of gone) {
        votes.delete(key);
        votes.set(`forgotten ${(strangers += 1)}`, { ...vote, personId: '', conversationId: '' });
      }
      return gone.length;
    });
  return {
    async record(entry) {
      const key = JSON.stringify([entry.personId, entry.conversationId, entry.topic]);
      await write(() => votes.set(key, { ...entry, givenAt: now() }));
    },
    counts: () =>
      write(() => {
        const counts = new Map<
          string,
          { topic: string; language: string; helped: number; notHelped: number }
        >();
        for (const { topic, language, helped } of votes.values()) {
          const key = JSON.stringify([topic, language]);
          const count = counts.get(key) ?? { topic, language, helped: 0, notHelped: 0 };
          count[helped ? 'helped' : 'notHelped'] += 1;
          counts.set(key, count);
        }
        return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
      }),
    async forget(personId) {
      await forgetVotes((vote) => vote.personId === personId);
    },
    forgetGivenBefore: (moment) => forgetVotes(({ givenAt }) => givenAt < moment.getTime()),
  };
}
