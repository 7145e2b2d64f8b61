import {
  askersOf,
  type Actor,
  type Asking,
  type Case,
  type CaseEvent,
  type CaseState,
} from '../../src/support/cases/case.js';
import type { CaseChange, CaseFilter, CaseStore } from '../../src/support/cases/caseStore.js';
import type { OutboxMessage } from '../../src/support/outbox.js';
import { createSignal } from '../../src/store/signal.js';
import type { Now, Write } from './createFakeStore.js';

export interface FakeCaseDisk {
  cases: Map<string, Case>;
  events: Map<string, CaseEvent[]>;
  emptied: Set<string>;
}

export function createFakeCaseDisk(): FakeCaseDisk {
  return { cases: new Map(), events: new Map(), emptied: new Set() };
}

const NOBODY: Actor = { id: '', name: '' };
const emptyAsking = (asking: Asking): Asking => ({
  ...asking,
  person: NOBODY,
  place: { scope: 'personal', conversationId: '', roomId: '' },
  text: '',
});
const emptyEvent = ({ note: _words, ...event }: CaseEvent): CaseEvent => ({ ...event, by: NOBODY });

/** The cases of the fake store; `putNow` puts messages within the same write. */
export function createFakeCases(
  { cases, events, emptied }: FakeCaseDisk,
  now: Now,
  write: Write,
  putNow: (messages: readonly OutboxMessage[]) => void,
): CaseStore {
  const news = createSignal();
  const sorted = () =>
    [...cases.values()].sort(
      (a, b) => b.openedAt.getTime() - a.openedAt.getTime() || (a.id < b.id ? -1 : 1),
    );
  const asks = ({ askings }: Case, personId: string) =>
    askings.some(({ person, state }) => person.id === personId && state !== 'withdrawn');

  const changeNow = ({ next, event, messages }: CaseChange): Case | undefined => {
    if (cases.get(next.id)?.version !== next.version) return undefined;
    const changed = structuredClone({ ...next, version: next.version + 1 });
    cases.set(next.id, changed);
    emptied.delete(next.id);
    events.get(next.id)?.push(event);
    putNow(messages);
    news.tell();
    return structuredClone(changed);
  };

  return {
    open: ({ next, event, messages }) =>
      write(() => {
        if (cases.has(next.id)) throw new Error(`there is a case ${next.id}`);
        const opened = structuredClone({ ...next, version: 1 });
        cases.set(next.id, opened);
        events.set(next.id, [event]);
        putNow(messages);
        news.tell();
        return structuredClone(opened);
      }),
    change: (change) => write(() => changeNow(change)),
    amend: (id, decide) =>
      write(() => {
        const seen = structuredClone(cases.get(id));
        const change = seen && decide(seen);
        return (change && changeNow(change)) ?? seen;
      }),
    read: (id) => write(() => structuredClone(cases.get(id))),
    list: (filter) =>
      write(() => {
        const { order, offset = 0, limit = 50 } = filter;
        const all = sorted().filter((each) => fits(each, filter, events.get(each.id) ?? []));
        if (order === 'most-asked') all.sort((a, b) => askersOf(b).length - askersOf(a).length);
        const page = all.slice(offset, offset + limit);
        return { cases: structuredClone(page), total: all.length };
      }),
    ofPerson: (personId) =>
      write(() => structuredClone(sorted().filter((each) => asks(each, personId)))),
    history: (id) => write(() => structuredClone(events.get(id) ?? [])),
    forget: (personId, messageFor) =>
      write(() => {
        for (const [id, all] of events) {
          events.set(
            id,
            all.map((event) => (event.by.id === personId ? emptyEvent(event) : event)),
          );
        }
        for (const [id, each] of cases) {
          const claimed = each.claimedBy?.id === personId;
          const released = claimed && each.state === 'claimed';
          const own = each.askings.filter(({ person }) => person.id === personId);
          if (!claimed && own.length === 0) continue;
          const waited = own.some(({ state }) => state === 'waiting');
          const askings = each.askings.map((one) =>
            one.person.id === personId
              ? { ...emptyAsking(one), state: one.state === 'waiting' ? 'withdrawn' : one.state }
              : one,
          );
          const isOver = waited && askings.every(({ state }) => state !== 'waiting');
          const version = each.version + 1;
          cases.set(id, {
            ...each,
            version,
            text: each.askings[0]?.person.id === personId ? '' : each.text,
            askings,
            ...(claimed ? { claimedBy: undefined } : {}),
            ...(released ? { state: 'open' } : {}),
            ...(isOver && each.state !== 'answered' ? { state: 'dismissed' } : {}),
            ...(waited || released ? { changedAt: new Date(now()) } : {}),
          } as Case);
          const at = new Date(now());
          if (waited) events.get(id)?.push({ kind: 'withdrawn', by: NOBODY, at });
          putNow([messageFor(id)]);
        }
      }),
    emptyTexts: (closedBefore) =>
      write(() => {
        const old = [...cases.values()]
          .filter(({ state }) => state === 'answered' || state === 'dismissed')
          .filter(({ id, changedAt }) => changedAt < closedBefore && !emptied.has(id));
        for (const each of old) {
          cases.set(each.id, {
            ...each,
            version: each.version + 1,
            text: '',
            askings: each.askings.map(emptyAsking),
            claimedBy: undefined,
            answer: each.answer?.kind === 'text' ? undefined : each.answer,
          });
          events.set(each.id, (events.get(each.id) ?? []).map(emptyEvent));
          emptied.add(each.id);
        }
        return old.length;
      }),
    onNews: news.listen,
    newestChanges: (limit) =>
      write(() =>
        [...cases.values()]
          .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime() || (a.id < b.id ? -1 : 1))
          .slice(0, limit)
          .map(({ id, version }) => ({ id, version })),
      ),
    counts: () =>
      write(() => {
        const counts: Record<CaseState, number> = {
          open: 0,
          claimed: 0,
          answered: 0,
          dismissed: 0,
          reopened: 0,
        };
        for (const { state } of cases.values()) counts[state] += 1;
        return counts;
      }),
  };
}

function fits(
  { state, askings, claimedBy, openedAt, changedAt }: Case,
  {
    states,
    language,
    claimedBy: claimer,
    search = '',
    openedBefore,
    unchangedSince,
    never,
  }: CaseFilter,
  history: readonly CaseEvent[],
): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    (states?.includes(state) ?? true) &&
    (language === undefined ||
      askings.some((one) => one.language === language && one.state !== 'withdrawn')) &&
    (claimer === undefined || claimedBy?.id === claimer) &&
    (openedBefore === undefined || openedAt < openedBefore) &&
    (unchangedSince === undefined || changedAt < unchangedSince) &&
    !history.some(({ kind }) => kind === never) &&
    words.every((word) => askings.some(({ text }) => text.toLowerCase().includes(word)))
  );
}
