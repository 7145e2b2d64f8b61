import type { Outbox, OutboxMessage } from '../../src/support/outbox.js';
import type { FakeDisk, Now, Write } from './createFakeStore.js';

const LEASE_MS = 60 * 1000;

/** A message as the fake keeps it; `json` holds what it says and to whom. */
export interface FakeLetter {
  json: string;
  queue: string;
  position: number;
  dueAt: number;
  notBefore: number;
  attempts: number;
  /** Who is saying it; undefined when nobody is, or when it was replaced meanwhile. */
  holder?: object | undefined;
  leasedUntil: number;
  reason?: string;
  diedAt?: number | undefined;
}

/** The outbox of the fake store; `putNow` is for those who write something else with it. */
export function createFakeOutbox(
  { letters, laneUses }: Pick<FakeDisk, 'letters' | 'laneUses'>,
  now: Now,
  write: Write,
) {
  const me = {};
  const listeners = new Set<() => void>();
  const alive = () => [...letters].filter(([, { diedAt }]) => diedAt === undefined);
  const read = ({ json, dueAt }: FakeLetter): OutboxMessage & { dueAt: Date } => ({
    ...(JSON.parse(json) as OutboxMessage),
    dueAt: new Date(dueAt),
  });
  const endOf = (queue: string) =>
    1 +
    Math.max(0, ...[...letters.values()].map((one) => (one.queue === queue ? one.position : 0)));
  const putNow = (messages: readonly OutboxMessage[]): void => {
    for (const { dueAt, ...message } of messages) {
      const earlier = letters.get(message.id);
      const keepsPlace = earlier?.diedAt === undefined && earlier?.queue === message.queue;
      const due = dueAt?.getTime() ?? now();
      letters.set(message.id, {
        json: JSON.stringify({ ...message, payload: message.payload ?? null }),
        queue: message.queue,
        position: keepsPlace ? earlier.position : endOf(message.queue),
        dueAt: due,
        notBefore: due,
        attempts: 0,
        leasedUntil: earlier?.leasedUntil ?? 0,
      });
    }
    for (const listener of listeners) listener();
  };
  /** Ends the lease with `end`, unless the message was replaced: then the new one is next. */
  const settle = (id: string, end: (letter: FakeLetter) => void) =>
    write(() => {
      const letter = letters.get(id);
      if (letter?.holder === me) end(letter);
      else if (letter && letter.holder === undefined) letter.leasedUntil = 0;
    });
  const free = { holder: undefined, leasedUntil: 0 };

  const outbox: Outbox = {
    put: (...messages) => write(() => putNow(messages)),
    take: (limit, exceptLanes = []) =>
      write(() => {
        const time = now();
        const first = alive()
          .filter(([, one]) => one.notBefore <= time && one.leasedUntil <= time)
          .filter(([, one]) => !exceptLanes.includes(read(one).lane))
          .filter(([, one]) =>
            alive().every(([, each]) => each.queue !== one.queue || each.position >= one.position),
          )
          .sort(([a, one], [b, other]) => one.dueAt - other.dueAt || (a < b ? -1 : 1))
          .slice(0, limit)
          .map(([, letter]) => letter);
        for (const letter of first)
          Object.assign(letter, { holder: me, leasedUntil: time + LEASE_MS });
        return first.map((letter) => ({ ...read(letter), attempts: letter.attempts }));
      }),
    book: (lane, limits) =>
      write(() => {
        const uses = (laneUses.get(lane) ?? []).filter((at) => at <= now());
        const free = limits.map(({ most, withinMs }) => (uses.at(-most) ?? -Infinity) + withinMs);
        const waitMs = Math.max(0, ...free.map((at) => at - now()));
        if (waitMs === 0) laneUses.set(lane, [...uses, now()]);
        return waitMs;
      }),
    done: (id) => settle(id, () => letters.delete(id)),
    postpone: (id, until, reason) =>
      write(() => {
        const letter = letters.get(id);
        if (!letter || letter.leasedUntil === 0) return;
        if (letter.holder !== undefined && letter.holder !== me) return;
        Object.assign(letter, { ...free, notBefore: until.getTime() });
        if (reason !== undefined) Object.assign(letter, { reason, attempts: letter.attempts + 1 });
      }),
    bury: (id, reason) =>
      settle(id, (letter) => Object.assign(letter, { ...free, reason, diedAt: now() })),
    dead: () =>
      write(() =>
        [...letters.values()].flatMap((letter) =>
          letter.diedAt === undefined
            ? []
            : [{ ...read(letter), reason: letter.reason ?? '', diedAt: new Date(letter.diedAt) }],
        ),
      ),
    retry: (id) =>
      write(() => {
        const letter = letters.get(id);
        if (letter?.diedAt === undefined) return false;
        const position = endOf(letter.queue);
        Object.assign(letter, { diedAt: undefined, attempts: 0, notBefore: now(), position });
        for (const listener of listeners) listener();
        return true;
      }),
    cancel: (id) => write(() => letters.delete(id)),
    forget: (personId) =>
      write(() => {
        for (const [id, letter] of letters) {
          if (read(letter).personId === personId) letters.delete(id);
        }
      }),
    depth: () =>
      write(() => {
        const due = alive().filter(([, letter]) => letter.dueAt <= now());
        const since = Math.min(now(), ...due.map(([, { dueAt }]) => dueAt));
        return {
          waiting: due.length,
          oldestSeconds: (now() - since) / 1000,
          dead: letters.size - alive().length,
        };
      }),
    onPut(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { ...outbox, putNow };
}
