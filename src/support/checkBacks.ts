import { HOME_TIME_ZONE, notAtNight } from './daytime.js';
import type { Clock, Log, Notifier, Reminder, ReminderStore } from './ports.js';
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

export interface CheckBackParts {
  reminders: ReminderStore;
  notifier: Notifier;
  clock: Clock;
  log: Log;
  /** What to say when the time has come; undefined when there is nothing to say any more. */
  compose: (reminder: Reminder) => Promise<ComposedCheckBack | undefined>;
}

export interface ComposedCheckBack {
  reply: Reply;
  /** Called once it was said. */
  sent: () => Promise<void>;
}

const BATCH = 20;
const RETRY_MS = 60_000;
const MINUTE_MS = 60_000;

/** "Shall I ask you again in 15 minutes?": kept in the store, delivered once, never at night. */
export function createCheckBacks({ reminders, notifier, clock, log, compose }: CheckBackParts) {
  const deliver = async (reminder: Reminder): Promise<void> => {
    const { timeZone = HOME_TIME_ZONE } = reminder.payload as { timeZone?: string };
    const allowed = notAtNight(clock(), timeZone);
    // It may have become night while the program was down.
    if (allowed > clock()) return reminders.postpone(reminder.id, allowed);
    try {
      const composed = await compose(reminder);
      const outcome = composed
        ? await notifier.notify(reminder.place, composed.reply)
        : 'nothing to say';
      if (outcome === 'sent') await composed?.sent();
      log.info({ reminder: reminder.id, outcome }, 'a check-back came due');
      await reminders.done(reminder.id);
    } catch (err) {
      log.warn({ err, reminder: reminder.id }, 'a check-back could not be delivered yet');
      await reminders.postpone(reminder.id, new Date(clock().getTime() + RETRY_MS));
    }
  };

  return {
    /** Plans a check-back and says when it will come. One for each person and place. */
    async plan({ place, personId, timeZone, afterMinutes, payload }: CheckBackWish): Promise<Date> {
      const wished = new Date(clock().getTime() + afterMinutes * MINUTE_MS);
      const dueAt = notAtNight(wished, timeZone ?? HOME_TIME_ZONE);
      await reminders.add({
        id: `${place.conversationId}|${personId}`,
        dueAt,
        place,
        personId,
        payload: { ...payload, ...(timeZone === undefined ? {} : { timeZone }) },
      });
      return dueAt;
    },

    /** The person does not want to be asked again there. */
    async cancel({ place, personId }: Pick<CheckBackWish, 'place' | 'personId'>): Promise<void> {
      await reminders.cancel({ personId, conversationId: place.conversationId });
    },

    /**
     * Delivers what is due; called again and again, by every replica. Once `stopping`, what was
     * taken and not begun is handed back, so that another replica need not wait for it.
     */
    async deliverDue(stopping?: AbortSignal): Promise<void> {
      for (const reminder of await reminders.takeDue(clock(), BATCH)) {
        if (stopping?.aborted) await reminders.postpone(reminder.id, reminder.dueAt);
        else await deliver(reminder);
      }
    },
  };
}
