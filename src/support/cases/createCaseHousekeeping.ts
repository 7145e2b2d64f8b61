import type { Content } from '../../content/content.js';
import type { Clock, FeedbackStore, Log } from '../ports.js';
import { repeat, type Repetition } from '../repeat.js';
import type { CaseDesk } from './caseDesk.js';
import type { CaseStore } from './caseStore.js';

export interface HousekeepingParts {
  desk: Pick<CaseDesk, 'remindUnclaimed' | 'expire'>;
  cases: Pick<CaseStore, 'emptyTexts'>;
  feedback: Pick<FeedbackStore, 'forgetGivenBefore'>;
  content: () => Content;
  clock: Clock;
  log: Log;
}

const EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const USUAL = { remindAfterMinutes: 60, retentionDays: 90 };
const USUAL_VOTES = { retentionDays: 365 };

/**
 * What time does to cases: moderators are reminded, what nobody touches expires, and old words and
 * people are taken out; out of old votes as well.
 */
export function createCaseHousekeeping(parts: HousekeepingParts) {
  const { desk, cases, feedback, content, clock, log } = parts;
  let tidying: Repetition | undefined;
  const tidy = async (): Promise<void> => {
    const { remindAfterMinutes, retentionDays } = content().settings.cases ?? USUAL;
    const votes = content().settings.feedback ?? USUAL_VOTES;
    const before = (ms: number) => new Date(clock().getTime() - ms);
    const reminded = await desk.remindUnclaimed(before(remindAfterMinutes * MINUTE_MS));
    const untouchedSince = before(retentionDays * DAY_MS);
    const expired = await desk.expire(untouchedSince);
    const emptied = await cases.emptyTexts(untouchedSince);
    const forgotten = await feedback.forgetGivenBefore(before(votes.retentionDays * DAY_MS));
    if (reminded + expired + emptied + forgotten > 0)
      log.info({ reminded, expired, emptied, forgotten }, 'looked after the cases');
  };
  return {
    tidy,
    start(everyMs = EVERY_MS): void {
      tidying = repeat(everyMs, tidy, (err) => log.warn({ err }, 'could not look after the cases'));
    },
    /** Resolves when what is under way has ended. */
    stop: async () => tidying?.stop(),
  };
}
