import type { Composer } from './composer.js';
import { HOME_TIME_ZONE, notAtNight } from './hours/daytime.js';
import type { Outbox } from './outbox.js';
import type { Clock } from './ports.js';
import type { Place } from './question.js';
import type { Reply } from './reply.js';

/** A wish to be asked again later. */
export interface CheckBackWish {
  place: Place;
  personId: string;
  timeZone?: string | undefined;
  afterMinutes: number;
  /** What to carry on with then; plain JSON. */
  payload: object;
}

/** A check-back whose time has come. */
export type DueCheckBack = Pick<CheckBackWish, 'place' | 'personId' | 'payload'>;

export interface CheckBackParts {
  outbox: Outbox;
  clock: Clock;
  /** What to say when the time has come; undefined when there is nothing to say any more. */
  compose: (due: DueCheckBack) => Promise<ComposedCheckBack | undefined>;
}

export interface ComposedCheckBack {
  reply: Reply;
  /** Called once it was said. */
  sent: () => Promise<void>;
}

/** What kind of message a check-back is in the outbox. */
export const CHECK_BACK = 'check-back';

/** What of a wish waits in the outbox. */
type Waiting = Omit<CheckBackWish, 'afterMinutes' | 'personId'>;

const MINUTE_MS = 60_000;

/** "Shall I ask you again in 15 minutes?": kept in the outbox, delivered once, never at night. */
export function createCheckBacks({ outbox, clock, compose }: CheckBackParts) {
  const composer: Composer = async ({ personId = '', payload: waiting }) => {
    const { place, timeZone = HOME_TIME_ZONE, payload } = waiting as Waiting;
    const composed = await compose({ place, personId, payload });
    // It may have become night while the program was down.
    return composed && { place, ...composed, notBefore: notAtNight(clock(), timeZone) };
  };

  return {
    compose: composer,

    /** Plans a check-back and says when it will come. One for each person and place. */
    async plan({ place, personId, timeZone, afterMinutes, payload }: CheckBackWish): Promise<Date> {
      const wished = new Date(clock().getTime() + afterMinutes * MINUTE_MS);
      const dueAt = notAtNight(wished, timeZone ?? HOME_TIME_ZONE);
      const id = idOf({ place, personId });
      const waiting: Waiting = { place, timeZone, payload };
      const lane = place.conversationId;
      // A queue of its own: nothing else waits until then.
      await outbox.put({
        id,
        kind: CHECK_BACK,
        queue: id,
        lane,
        payload: waiting,
        dueAt,
        personId,
      });
      return dueAt;
    },

    /** The person does not want to be asked again there. */
    async cancel(who: Pick<CheckBackWish, 'place' | 'personId'>): Promise<void> {
      await outbox.cancel(idOf(who));
    },
  };
}

function idOf({ place, personId }: Pick<CheckBackWish, 'place' | 'personId'>): string {
  return `${CHECK_BACK}|${place.conversationId}|${personId}`;
}
