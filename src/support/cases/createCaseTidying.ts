import type { Clock } from '../ports.js';
import { WAITING_STATES, type Actor } from './case.js';
import { caseCardMessage, caseExpiredMessage, caseReminderMessage } from './caseMessages.js';
import type { CaseStore } from './caseStore.js';

/** Cases that are reminded of or expire at a time; the rest follows the next time. */
const MOST_TIDIED = 100;
const BOT: Actor = { id: 'bot', name: '' };

/** What the bot does with cases that people leave lying. */
export function createCaseTidying(cases: CaseStore, clock: Clock) {
  return {
    /** Reminds the moderators, once, of what nobody has taken. @returns how many cases */
    async remindUnclaimed(openedBefore: Date): Promise<number> {
      const { cases: unclaimed } = await cases.list({
        states: ['open'],
        openedBefore,
        never: 'reminded',
        limit: MOST_TIDIED,
      });
      let reminded = 0;
      for (const each of unclaimed) {
        const at = clock();
        const event = { kind: 'reminded' as const, by: BOT, at };
        // Another replica that is faster has done it then.
        const changed = await cases.change({
          next: { ...each, changedAt: at },
          event,
          messages: [caseReminderMessage(each)],
        });
        if (changed) reminded++;
      }
      return reminded;
    },

    /**
     * Closes what waits and nobody has touched since, and tells those who were promised an answer.
     * @returns how many cases
     */
    async expire(untouchedSince: Date): Promise<number> {
      const { cases: old } = await cases.list({
        states: WAITING_STATES,
        unchangedSince: untouchedSince,
        limit: MOST_TIDIED,
      });
      let expired = 0;
      for (const each of old) {
        const waiting = each.askings.filter(({ state }) => state === 'waiting');
        const changed = await cases.change({
          // The case's last change stays what it was: its words' time is over, they go at once.
          next: { ...each, state: 'dismissed' },
          event: { kind: 'expired', by: BOT, at: clock() },
          messages: [
            caseCardMessage(each),
            ...waiting.map((asking) => caseExpiredMessage(each, asking)),
          ],
        });
        if (changed) expired++;
      }
      return expired;
    },
  };
}
