import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ComposedMessage, Composers } from '../composer.js';
import type { Outbox, TakenMessage } from '../outbox.js';
import type { Clock, Log, Notifier } from '../ports.js';
import { createLaneLimits } from './createLaneLimits.js';
import { NotDeliveredError } from './notDeliveredError.js';

export interface DeliveryParts {
  outbox: Outbox;
  composers: Composers;
  notifier: Notifier;
  clock: Clock;
  log: Log;
  /** Between 0 and 1. */
  random?: () => number;
}

/** Says what waits in the outbox. */
export interface Delivery {
  /** From now on looks into the outbox every `everyMs`, and at once when something was put. */
  start(everyMs?: number): void;
  /** Says what is due, and what comes due meanwhile; resolves when there is nothing more. */
  deliverDue(): Promise<void>;
  /** Begins nothing more, hands back what was not begun, and resolves when the rest is said. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
/** Messages under way at the same time; a conversation that hangs has a part of them and no more. */
const MOST_UNDER_WAY = 32;
const MOST_IN_LANE = 4;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
/** With the longest pause, about the time in which somebody looks after a Teams that is away. */
const MOST_ATTEMPTS = 1_000;
const NOTE_AGAIN_MS = 1_000;
/** A little less than the lease of a message. */
const MOST_NOTES = 50;

/** Delivers what is in the outbox, at the pace that Teams allows, beside other replicas. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { outbox, composers, notifier, clock, log, random = Math.random } = parts;
  const lanes = createLaneLimits(outbox, clock);
  const underWay = new Map<Promise<void>, string>();
  let taking: Promise<void> | undefined;
  let takeAgain = false;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let stopListening: (() => void) | undefined;

  const inMs = (ms: number) => new Date(clock().getTime() + ms);

  const deliver = async (message: TakenMessage): Promise<void> => {
    const { id, kind, lane, dueAt } = message;
    let composed: ComposedMessage;
    let messageId: string | undefined;
    try {
      const result = await compose(message);
      if (!result) return await outbox.done(id);
      composed = result;
      const { notBefore } = composed;
      if (notBefore && notBefore > clock()) return await outbox.postpone(id, notBefore);
      if (stopping) return await outbox.postpone(id, dueAt);
      const waitMs = await lanes.take(lane);
      if (waitMs > 0) return await outbox.postpone(id, inMs(waitMs));
      const { place, reply, replaces, anew } = composed;
      messageId = await notifier.notify(place, reply, replaces, { anew });
    } catch (err) {
      return fail(message, err);
    }
    await note(async () => {
      await composed.sent?.(messageId);
      await outbox.done(id);
    });
    log.info({ message: id, kind }, 'a message was delivered');
  };

  const compose = (message: TakenMessage) => {
    const { kind } = message;
    const composer = Object.hasOwn(composers, kind) ? composers[kind] : undefined;
    // A newer replica may know it: it waits for one.
    if (!composer) throw new Error(`nobody here composes messages of the kind "${kind}"`);
    return composer(message);
  };

  const fail = async (message: TakenMessage, err: unknown): Promise<void> => {
    const { id, kind, lane, attempts } = message;
    const { again, retryAfterMs } =
      err instanceof NotDeliveredError ? err : { again: true, retryAfterMs: undefined };
    const reason = err instanceof Error ? err.message : String(err);
    if (!again || attempts + 1 >= MOST_ATTEMPTS) {
      log.warn({ err, message: id, kind }, 'a message cannot be delivered and lies aside');
      return outbox.bury(id, reason);
    }
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempts) * (0.5 + random());
    if (retryAfterMs !== undefined) lanes.block(lane, retryAfterMs);
    log.warn({ err, message: id, kind, attempts }, 'a message could not be delivered yet');
    await outbox.postpone(id, inMs(retryAfterMs ?? pauseMs), reason);
  };

  /** A store that is away for a moment must not make the bot say a thing twice. */
  const note = async (work: () => Promise<void>): Promise<void> => {
    for (let tries = 1; ; tries++) {
      try {
        return await work();
      } catch (err) {
        if (stopping || tries === MOST_NOTES) throw err;
        await sleep(NOTE_AGAIN_MS);
      }
    }
  };

  const begin = (message: TakenMessage): void => {
    const work = deliver(message)
      .catch((err: unknown) => {
        log.warn({ err, message: message.id }, 'what became of a message could not be noted');
      })
      .finally(() => {
        underWay.delete(work);
        // The next of its queue may be due.
        take();
      });
    underWay.set(work, message.lane);
  };

  const isBusy = (lane: string): boolean =>
    [...underWay.values()].filter((each) => each === lane).length >= MOST_IN_LANE;
  const busyLanes = (): string[] => [...new Set(underWay.values())].filter(isBusy);

  const takeSome = async (): Promise<void> => {
    while (!stopping && underWay.size < MOST_UNDER_WAY) {
      const most = Math.min(MOST_IN_LANE, MOST_UNDER_WAY - underWay.size);
      const taken = await outbox.take(most, [...lanes.full(), ...busyLanes()]);
      if (taken.length === 0) return;
      for (const message of taken) {
        // Several at once may be of a lane that had room for one.
        if (isBusy(message.lane)) await outbox.postpone(message.id, message.dueAt);
        else begin(message);
      }
    }
  };

  const take = (): void => {
    if (stopping) return;
    takeAgain = taking !== undefined;
    taking ??= takeSome()
      .catch((err: unknown) => log.warn({ err }, 'the outbox could not be looked into'))
      .finally(() => {
        taking = undefined;
        if (takeAgain) take();
      });
  };

  const idle = async (): Promise<void> => {
    while (taking !== undefined || underWay.size > 0) {
      await Promise.all([taking, ...underWay.keys()]);
    }
  };

  return {
    start(everyMs = LOOK_EVERY_MS) {
      // What is said is no part of the turn, and of its trace, in which it was put.
      stopListening = outbox.onPut(AsyncResource.bind(take));
      timer = setInterval(take, everyMs);
      timer.unref();
      take();
    },

    async deliverDue() {
      take();
      await idle();
    },

    async stop() {
      stopping = true;
      stopListening?.();
      clearInterval(timer);
      await idle();
    },
  };
}
